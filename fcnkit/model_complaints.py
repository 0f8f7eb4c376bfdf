"""What a configuration's model finds wrong with a value, in plain words: what was found, and what to write instead."""

from __future__ import annotations

import json
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from fcnkit.text import BadValue, Text

MISSING = Text(ko="빠져 있습니다. 여기에 쓰세요.", en="missing; write it here")
UNKNOWN_KEY = Text(
    ko="모르는 이름입니다. 지우거나 철자를 바로잡으세요.", en="unknown key; remove it or correct its spelling"
)
NEAR_KEY = Text(ko="모르는 이름입니다. {near:을} 쓰려고 하셨나요?", en="unknown key; did you mean {near}?")
NO_TABLE = Text(ko="표가 아닙니다. 표 머리 {heading:을} 쓰세요.", en="no table; head it with {heading}")
NO_LIST = Text(ko='목록이 아닙니다. ["…", "…"]처럼 쓰세요.', en='no list; write one such as ["…", "…"]')
NO_LIST_OF_TABLES = Text(
    ko="목록이 아닙니다. 항목마다 대괄호를 두 겹으로 쓴 표 머리 [[{name}]]{name:~을} 두세요.",
    en="no list; head each one with [[{name}]], in two brackets on either side",
)
DATE = Text(
    ko="시간대까지 있는 날짜와 시각이 아닙니다({found}). 따옴표 없이 2026-12-01T23:59:00+09:00처럼 쓰세요.",
    en="{found} is no date and time with a time zone; write one without quotation marks, such as "
    "2026-12-01T23:59:00+09:00",
)
NO_TEXT = Text(ko="글이 아닙니다({found}). 따옴표로 묶으세요.", en="no text; write it in quotation marks, not {found}")
NOT_WHOLE = Text(
    ko="정수가 아닙니다({found}). 2처럼 따옴표와 소수점 없이 쓰세요.",
    en="no whole number; write one without quotation marks, such as 2, not {found}",
)
NO_NUMBER = Text(
    ko="숫자가 아닙니다({found}). 2나 0.5처럼 따옴표 없이 쓰세요.",
    en="no number; write one without quotation marks, such as 2 or 0.5, not {found}",
)
NO_SWITCH = Text(ko="true나 false가 아닙니다({found}).", en="{found} is neither true nor false; write one of these")
SPOKEN = {
    "extra_forbidden": UNKNOWN_KEY,
    "missing": MISSING,
    "missing_argument": MISSING,
    "dataclass_type": Text(
        ko='두 언어로 된 글이 아닙니다. {{ ko = "…", en = "…" }}처럼 쓰세요.',
        en='no text in both languages; write {{ ko = "…", en = "…" }}',
    ),
    "unexpected_keyword_argument": Text(
        ko="모르는 언어입니다. ko와 en만 쓰세요.", en="unknown language; write ko and en alone"
    ),
    "string_type": NO_TEXT,
    "int_type": NOT_WHOLE,
    "int_parsing": NOT_WHOLE,
    "int_from_float": NOT_WHOLE,
    "float_type": NO_NUMBER,
    "float_parsing": NO_NUMBER,
    "finite_number": NO_NUMBER,
    "bool_type": NO_SWITCH,
    "bool_parsing": NO_SWITCH,
    "greater_than": Text(
        ko="{found:은} 너무 작습니다. {gt:g}보다 큰 수를 쓰세요.",
        en="{found} is too small; write a number greater than {gt:g}",
    ),
    "greater_than_equal": Text(
        ko="{found:은} 너무 작습니다. {ge:g} 이상의 수를 쓰세요.", en="{found} is too small; write {ge:g} or more"
    ),
    "less_than": Text(
        ko="{found:은} 너무 큽니다. {lt:g}보다 작은 수를 쓰세요.",
        en="{found} is too large; write a number less than {lt:g}",
    ),
    "less_than_equal": Text(
        ko="{found:은} 너무 큽니다. {le:g} 이하의 수를 쓰세요.", en="{found} is too large; write {le:g} or less"
    ),
    "literal_error": Text(
        ko="{found:은} 쓸 수 없는 값입니다. 다음 가운데 하나를 쓰세요: {choices}",
        en="{found} is not among what can stand here; write {expected}",
    ),
    "string_pattern_mismatch": Text(
        ko="{found:은} 형식({pattern})에 맞지 않습니다. 바로잡으세요.",
        en="{found} does not have the form {pattern}; correct it",
    ),
    "too_short": Text(
        ko="{actual_length}개뿐입니다. {min_length}개 이상 쓰세요.",
        en="only {actual_length}; write {min_length} or more",
    ),
    "too_long": Text(
        ko="{actual_length}개나 됩니다. {max_length}개까지만 쓰세요.",
        en="{actual_length} of them; write {max_length} at most",
    ),
    "string_too_short": Text(ko="너무 짧습니다({found}). 더 길게 쓰세요.", en="{found} is too short; write more"),
    "string_too_long": Text(ko="너무 깁니다({found}). 더 짧게 쓰세요.", en="{found} is too long; write less"),
    "json_invalid": Text(ko="JSON이 아닙니다. 파일이 손상되었습니다.", en="is no JSON; the file is damaged"),
}
"""By pydantic's name of the complaint; `found` is the value, other fields are pydantic's own."""
OTHERWISE = Text(ko="여기에 쓸 수 없는 값입니다({found}). 바로잡으세요.", en="{found} cannot stand here; correct it")
_LONGEST = 60


def complaints(error: ValidationError, model: type[BaseModel]) -> list[tuple[Sequence[str | int], Text]]:
    """Each place with what is wrong there; misspelled keys before those that are therefore missing."""
    details = error.errors()
    places = [detail["loc"] for detail in details]
    # pydantic counts no item of a list in which something is wrong, and then finds too few of them
    real = [
        each for each in details if each["type"] != "too_short" or not any(_within(at, each["loc"]) for at in places)
    ]
    real.sort(key=lambda each: each["type"] not in ("extra_forbidden", "unexpected_keyword_argument"))
    return [(detail["loc"], _near_key(detail, model) or complaint(detail)) for detail in real]


def _near_key(detail: ErrorDetails, model: type[BaseModel]) -> Text | None:
    """For a key that is not known, the one of the same table that it may have been meant to be."""
    if detail["type"] != "extra_forbidden":
        return None
    *tables, last = (part for part in detail["loc"] if isinstance(part, str))
    fields = _fields(model)
    for table in tables:
        fields = _fields(fields[table].annotation) if table in fields else {}
    near = get_close_matches(last, fields, 1)
    return NEAR_KEY.format(near=near[0]) if near else None


def _fields(kind: Any) -> dict[str, FieldInfo]:
    """The fields of the model that a type is, or holds one or many of."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind.model_fields
    return next(filter(None, map(_fields, get_args(kind))), {})


def _within(inner: Sequence[str | int], outer: Sequence[str | int]) -> bool:
    return len(inner) > len(outer) and inner[: len(outer)] == outer


def key(place: Sequence[str | int]) -> str:
    """The name of a place without the numbers of its list's items; empty for the whole."""
    return ".".join(part for part in place if isinstance(part, str))


def complaint(detail: ErrorDetails) -> Text:
    """What is wrong with one value, and what to write."""
    kind, place, found = detail["type"], detail["loc"], detail["input"]
    context = detail.get("ctx", {})
    if kind == "value_error" and isinstance(context["error"], BadValue):
        return context["error"].text
    if kind.startswith(("datetime", "timezone", "date_")):
        return DATE.format(found=_shown(found))
    if kind in ("tuple_type", "list_type"):
        return NO_LIST_OF_TABLES.format(name=key(place)) if isinstance(found, dict) else NO_LIST
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        name = key(place)
        heading = f"[[{name}]]" if place and isinstance(place[-1], int) else f"[{name}]"
        return NO_TABLE.format(heading=heading) if name else OTHERWISE.format(found=_shown(found))
    said = {"choices": str(context.get("expected", "")).replace(" or ", ", "), **context, "found": _shown(found)}
    return SPOKEN.get(kind, OTHERWISE).format(**said)


def _shown(value: Any) -> str:
    """A value as it is written in a file, as far as anybody reads."""
    try:
        written = json.dumps(value, ensure_ascii=False)
    except (TypeError, ValueError):  # a date, or what a file cannot hold
        written = str(value)
    return written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"
