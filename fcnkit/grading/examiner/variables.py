"""Judges a variable of the notebook: its value, or one entry of a dict whose keys were handed out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from fcnkit.grading.examiner.check import Variable
from fcnkit.grading.examiner.failure import CheckFailed
from fcnkit.grading.examiner.message_words import kind_of
from fcnkit.grading.protocol import Opaque
from fcnkit.grading.results import NOT_ANSWERED, Outcome
from fcnkit.text import Text

NOT_A_DICT = Text(
    ko="`{name}` 변수는 나누어 준 대로 딕셔너리여야 하는데 지금은 `{kind}` 값입니다. 키는 그대로 두고 `...` 자리에만 "
    "답을 써 주세요.",
    en="`{name}` should stay the dict that was handed out, but it is a `{kind}`. Keep its keys and replace each `...`.",
)
OTHER_KEYS = Text(
    ko="`{name}` 딕셔너리에 나누어 준 키가 하나도 없어서, 어느 답이 어느 문제의 것인지 알 수 없습니다. 키를 처음대로 "
    "되돌리고 `...` 자리에만 답을 써 주세요.",
    en="`{name}` has none of the keys that were handed out, so it cannot be told which answer belongs where. Put the "
    "keys back as they were and replace each `...`.",
)
NO_ANSWER = Text(
    ko="`{kind}` 값은 답으로 읽을 수 없습니다. 숫자, 문자열, 튜플, 리스트나 NumPy 배열로 답해 주세요.",
    en="A `{kind}` cannot be read as an answer. Write a number, a string, a tuple, a list or a NumPy array.",
)
_QUOTES = str.maketrans(dict.fromkeys("'`´‘’“”", '"'))
NOT_WRITTEN = Opaque("ellipsis")
"""How the `...` of a variable that was handed out comes over the wire."""


def answered(got: Any) -> Any:
    """`got`, if it is an answer that can be read. Raises CheckFailed."""
    if _is_blank(got):
        raise CheckFailed(Outcome.UNATTEMPTED, NOT_ANSWERED)
    if isinstance(got, Opaque):
        raise CheckFailed(Outcome.FAILED, NO_ANSWER.format(kind=got.what))
    return got


def judge_value(variable: Variable, got: Any, beliefs: Mapping[str, Any]) -> Text | None:
    """What there is to say of the right value `got`; `beliefs` are misconceptions' ids → the value they lead to.

    Raises CheckFailed for any other value.
    """
    problem = variable.compare(answered(got), variable.expected)
    if problem is not None:
        explains = variable.believed or variable.compare
        believers = [id for id, belief in beliefs.items() if explains(got, belief) is None]
        raise CheckFailed(Outcome.FAILED, problem, explained_by=tuple(believers))
    return variable.remark(got, variable.expected) if variable.remark is not None else None


def judge_entry(variable: Variable, got: Any, key: Any, beliefs: Mapping[str, Any]) -> Text | None:
    """Likewise, for what the dict `got` has under the key.

    Entries are independent answers: each has marks and a misconception of its own.
    """
    if type(got) is not dict:
        raise CheckFailed(Outcome.FAILED, NOT_A_DICT.format(name=variable.name, kind=kind_of(got)))
    if _has_other_keys(got, variable.expected):
        raise CheckFailed(Outcome.UNATTEMPTED, OTHER_KEYS.format(name=variable.name))
    entry = replace(variable, expected=variable.expected[key])
    return judge_value(entry, _under(got, key), {id: each[key] for id, each in beliefs.items() if key in each})


def _has_other_keys(got: dict[Any, Any], expected: dict[Any, Any]) -> bool:
    """Whether there are answers, and none under a key that was handed out."""
    return {*map(_text, got)}.isdisjoint(map(_text, expected)) and not all(map(_is_blank, got.values()))


def _under(got: dict[Any, Any], key: Any) -> Any:
    """What the dict has under the key or, if that is blank, under one that differs in blanks and quotes alone.

    A number may stand for its text, such as 1.2 for "1.2".
    """
    exact = got.get(key, NOT_WRITTEN)
    if not _is_blank(exact) or not isinstance(key, str):
        return exact
    alike = [value for other, value in got.items() if _text(other) == _text(key)]
    return next((value for value in alike if not _is_blank(value)), exact)


def _text(key: object) -> object:
    return "".join(str(key).split()).translate(_QUOTES) if type(key) in (str, int, float) else key


def _is_blank(got: Any) -> bool:
    """Whether an answer is still the `...` that was handed out, alone or in every place of a sequence, or no text."""
    if isinstance(got, str):
        return not got.strip()
    if type(got) in (list, tuple):
        return len(got) > 0 and all(map(_is_blank, got))
    return isinstance(got, Opaque) and got == NOT_WRITTEN
