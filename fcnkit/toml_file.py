"""Reads configuration files (TOML) into models; mistakes are told with file, line, what was found and what to write."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from fcnkit.bounded_file import read_bounded_text
from fcnkit.bounded_toml import TooManyParts, toml_in
from fcnkit.errors import NOT_UTF8, ConfigError, UserError, some_of
from fcnkit.model_complaints import complaints, key
from fcnkit.text import AT, Text, place, same

Parsed = TypeVar("Parsed", bound=BaseModel)
MOST_COMPLAINTS = 20
TOO_DEEP = Text(
    ko="목록과 표가 너무 여러 겹입니다. 닫지 않은 [나 {{를 닫으세요.",
    en="lists and tables one in another, too many of them; close each [ and {{",
)
MANY_PARTS = Text(
    ko="이름 하나에 점(.)이 너무 많습니다. 이름은 limits.seconds처럼 짧게 쓰고, 글이라면 따옴표로 묶으세요.",
    en="a key of too many parts; write one such as limits.seconds or, if it is text, put it in quotation marks",
)
TOO_LONG = Text(
    ko="숫자가 너무 깁니다. {most:,}자리를 넘지 않게 쓰거나, 글이라면 따옴표로 묶으세요.",
    en="a number of more than {most:,} digits; shorten it or, if it is text, put it in quotation marks",
)
NO_TOML = Text(ko="TOML 문법에 맞지 않습니다: {what}", en="not valid TOML: {what}")
_END_OF_LINE = Text(
    ko="줄 끝에 남는 글자가 있습니다. 글은 따옴표로 묶고, 한 줄에 하나씩 쓰세요.",
    en="something is left at the end of the line; put text in quotation marks, and one setting in each line",
)
_WRITE = {
    "Cannot overwrite a value": Text(
        ko="같은 이름이 표 안에 두 번 있습니다. 하나만 남기세요.",
        en="this key stands twice in its table; leave one of them",
    ),
    "Cannot declare": Text(
        ko="같은 표가 두 번 있습니다. 하나만 남기세요.", en="this table stands twice; leave one of them"
    ),
    "Cannot mutate": Text(
        ko="이미 끝난 표에 값을 더할 수 없습니다. 표 안에 함께 쓰세요.",
        en="this adds to a table that is complete; write it into the table itself",
    ),
    "Invalid value": Text(ko="값이 아닙니다. 글은 따옴표로 묶으세요.", en="no value; text stands in quotation marks"),
    "Expected '='": Text(
        ko="이름 = 값 형식이 아닙니다. 둘 사이에 등호를 쓰세요.",
        en="no key = value; write an equals sign between them",
    ),
    "Expected ']": Text(ko="닫는 대괄호 ]가 없습니다. 더하세요.", en="the closing bracket ] is missing; add it"),
    "Unclosed array": Text(ko="목록이 닫히지 않았습니다. ]를 더하세요.", en="the list is not closed; add ]"),
    "Unclosed inline table": Text(ko="표가 닫히지 않았습니다. }를 더하세요.", en="the table is not closed; add }"),
    "Unterminated string": Text(
        ko="따옴표가 닫히지 않았습니다. 닫는 따옴표를 더하세요.",
        en="the quotation mark is not closed; add the second one",
    ),
    "Illegal character": Text(
        ko="쓸 수 없는 글자가 있습니다. 따옴표가 닫혔는지 살펴보고, 줄바꿈이나 제어 문자는 빼세요.",
        en="a character that cannot stand here; see that quotation marks are closed in their line",
    ),
    "Unescaped '\\'": Text(
        ko="역슬래시(\\)는 두 번 쓰거나, 글을 작은따옴표로 묶으세요.",
        en="write a backslash twice, or put the text in single quotation marks",
    ),
    "Invalid initial character": Text(
        ko="이름으로 쓸 수 없는 글자로 시작합니다. 이름은 영문자, 숫자, -, _로 쓰세요.",
        en="no name begins like this; names are of letters, digits, - and _",
    ),
    "Invalid date": Text(
        ko="없는 날짜입니다. 2026-12-01T23:59:00+09:00처럼 쓰세요.",
        en="there is no such date; write one such as 2026-12-01T23:59:00+09:00",
    ),
    "Invalid statement": _END_OF_LINE,
    "Expected newline": _END_OF_LINE,
}
"""What to write instead, by how Python's complaint begins."""


class TomlFile:
    """A file's text, and in which line a key stands. Raises what `raises` says."""

    def __init__(self, path: Path, raises: type[UserError] = ConfigError) -> None:
        self.path, self.raises = path, raises
        try:
            self.text = read_bounded_text(path, "utf-8-sig")  # Windows' editor writes the mark
        except UnicodeDecodeError as error:
            raise raises(NOT_UTF8, path=path, byte=error.start) from error

    def parse(self, model: type[Parsed], complete: Callable[[dict[str, Any]], None] | None = None) -> Parsed:
        """The file as a model; `complete` may put in what the file may leave out."""
        settings = self._read()
        if complete is not None:
            complete(settings)
        try:
            return model.model_validate(settings)
        except ValidationError as error:
            found = [self._about(where, what) for where, what in complaints(error, model)]
            raise self.raises(some_of(found, MOST_COMPLAINTS)) from error

    def _read(self) -> dict[str, Any]:
        try:
            settings = toml_in(self.text)
            repr(settings)  # as a complaint may have to: else it would be the one to raise what is told below
        except RecursionError as error:
            raise self._at(self._line_with_most(r"[\[{.]"), TOO_DEEP.format()) from error
        except TooManyParts as error:
            raise self._at(error.line, MANY_PARTS.format()) from error
        except tomllib.TOMLDecodeError as error:
            told = re.search(r"at line (\d+)", str(error))
            line = int(told[1]) if told else len(self.text.splitlines())
            said = str(error).partition(" (at ")[0]
            what = next((write for begins, write in _WRITE.items() if said.startswith(begins)), same(said))
            raise self._at(line, NO_TOML.format(what=what)) from error
        except ValueError as error:  # what Python refuses to read or write as a number
            most = sys.get_int_max_str_digits()
            raise self._at(self._line_with_most("[0-9a-f]"), TOO_LONG.format(most=most)) from error
        return settings

    def _at(self, line: int, what: Text) -> UserError:
        return self.raises(AT, place=place(self.path, line), what=what)

    def _line_with_most(self, sign: str) -> int:
        """The first of the lines in which a sign stands most often: where Python itself names none."""
        counts = [len(re.findall(sign, line)) for line in self.text.split("\n")]
        return counts.index(max(counts)) + 1

    def _about(self, where: Sequence[str | int], what: Text) -> Text:
        named = AT.format(place=key(where), what=what) if key(where) else what
        return AT.format(place=place(self.path, self.line(where)), what=named)

    def error(self, where: Sequence[str | int], complaint: Text, **values: object) -> UserError:
        """A complaint about the key at a place such as ("sections", 0, "items", 2, "topic")."""
        return self.raises(AT, place=place(self.path, self.line(where)), what=complaint.format(**values))

    def line(self, where: Sequence[str | int]) -> int:
        """The line of a key, or else of the nearest heading above the place where it should be."""
        lines, here, table = self.text.split("\n"), 0, ""
        for part in where:
            if isinstance(part, int):
                heading = re.compile(rf"\s*\[\[\s*{re.escape(table)}\s*\]\]")
                starts = [at for at, line in enumerate(lines) if heading.match(line) and at >= here]
                here = starts[part] if part < len(starts) else here
                continue
            table = f"{table}.{part}".strip(".")
            headings = (at for at in range(len(lines)) if re.match(rf"\s*\[+\s*{re.escape(table)}\s*\]", lines[at]))
            here = next((at for at in headings if at >= here), here)
            # A heading is no key of the table before it; what stands under it is searched from there on.
            below = range(here + (lines[here].lstrip().startswith("[") if lines else 0), len(lines))
            for at in below:
                if lines[at].lstrip().startswith("["):
                    break
                if re.match(rf"\s*{re.escape(part)}\s*=", lines[at]):
                    here = at
                    break
        return here + 1


def parse_toml(path: Path, model: type[Parsed]) -> Parsed:
    """The file as a model. Raises ConfigError with a line for each mistake."""
    return TomlFile(path).parse(model)
