"""Read a master: one Python file in jupytext's percent format that holds an assignment in both languages.

Cells with `lang="ko"` or `lang="en"` come in pairs, Korean first; cells without `lang` go into both notebooks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fcnkit.errors import NOT_UTF8, UserError
from fcnkit.text import AT, LANGS, Lang, Text


class AuthoringError(UserError):
    """A master cannot be built; the message names the file, the line, what was found and what to write instead."""

    @classmethod
    def at(cls, path: Path, line: int, what: Text, /, **values: object) -> AuthoringError:
        """About a line of a file; `values` fill the text's fields, without any it is taken as it is."""
        return cls(AT, place=f"{path}:{line}", what=what.format(**values) if values else what)


@dataclass(frozen=True)
class Cell:
    """One cell of a master; `line` is its `# %%` line, `lang` is None for a cell of both notebooks."""

    kind: str
    source: str
    line: int
    lang: Lang | None
    metadata: dict[str, Any]
    shows: bool = False
    """Whether it only shows something, so that grading may pass it over; its source is without the line that says so,
    and `line` is that line."""

    @property
    def first_line(self) -> str:
        return self.source.partition("\n")[0]


@dataclass(frozen=True)
class Master:
    """A master whose language pairs are complete and in order."""

    path: Path
    cells: tuple[Cell, ...]

    def cells_in(self, lang: Lang) -> Iterator[Cell]:
        """The cells of one language's notebook, in order."""
        return (cell for cell in self.cells if cell.lang in (None, lang))


_CELL_START = re.compile(r"^\s*#\s*%%+(\s|$)")
_FENCE = re.compile(r"```otter\n(?P<config>.*)\n```\s*", re.DOTALL)
_HANGUL = re.compile(r"[가-힣]")
SHOW = "# show"
"""The first line of a code cell that only shows something: a picture, a value, a training run."""
_STUDENT_METADATA = {"tags", "jupyter"}
"""What a master may say about a cell that the student's notebook keeps."""
_JUPYTEXT_METADATA = {"title", "cell_marker", "lines_to_next_cell", "lines_to_end_of_cell_marker"}
"""What jupytext notes about the text file; no concern of a notebook."""

NO_KOREAN = Text(
    ko='lang="en" 셀 앞에 lang="ko" 셀이 없습니다. {fix}', en='lang="en" cell without a lang="ko" cell before it; {fix}'
)
KOREAN_FIRST = Text(ko="한국어 셀을 먼저 두세요.", en="put the Korean cell first")
ADD_KOREAN = Text(ko='바로 앞에 lang="ko" 셀을 더하세요.', en='add its lang="ko" cell right before it')
UNKNOWN_LANG = Text(
    ko='lang={lang!r}: 모르는 언어입니다. lang="ko"나 lang="en"을 쓰세요.',
    en='unknown language lang={lang!r}; write lang="ko" or lang="en"',
)
UNKNOWN_SETTING = Text(
    ko="{name!r:은} 모르는 셀 설정입니다. 쓸 수 있는 설정: {allowed}",
    en="unknown cell setting {name!r}; there are: {allowed}",
)
KOREAN_FOR_BOTH = Text(
    ko='두 언어가 함께 쓰는 셀에 한국어가 있습니다. lang="ko"로 표시하고 lang="en" 셀을 더하세요.',
    en='Korean text in a cell for both languages; mark it lang="ko" and add its lang="en" cell',
)
NO_MASTER = Text(
    ko="{path}: 원본이 없습니다. 원본을 쓰거나 폴더를 지우세요.",
    en="{path}: no such master; write it, or remove its folder",
)
CELLS_UNCLEAR = Text(
    ko="셀을 시작하는 줄(`# %%`)은 {lines}개인데 셀은 {cells}개입니다. 파일의 첫 셀을 `# %%`로 시작하고, "
    "글 안에는 그런 줄을 쓰지 마세요.",
    en="{lines} lines begin a cell (`# %%`) but {cells} cells were found; begin the file's first cell with "
    "`# %%`, and write no such line inside a text",
)


def read(path: Path) -> Master:
    """Parse a master and check its language pairs.

    Raises AuthoringError when the file is missing or not UTF-8, when a cell names an unknown language or setting,
    and when a pair is incomplete or out of order.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")  # Windows' editor writes the mark
    except FileNotFoundError as error:
        raise AuthoringError(NO_MASTER, path=path) from error
    except UnicodeDecodeError as error:
        raise AuthoringError(NOT_UTF8, path=path, byte=error.start) from error
    import jupytext  # noqa: PLC0415  # which takes half of the time of `fcnkit package`, which reads no master

    parsed = jupytext.reads(text, fmt="py:percent").cells
    lines = [number for number, line in enumerate(text.splitlines(), 1) if _CELL_START.match(line)]
    if len(parsed) != len(lines):
        first = lines[0] if lines else 1
        raise AuthoringError.at(path, first, CELLS_UNCLEAR, lines=len(lines), cells=len(parsed))
    cells = tuple(_cell(path, line, node) for line, node in zip(lines, parsed, strict=True))
    _check_pairs(path, cells)
    return Master(path, cells)


def _cell(path: Path, line: int, node: Any) -> Cell:
    metadata = {key: value for key, value in node.metadata.items() if key not in _JUPYTEXT_METADATA}
    lang = metadata.pop("lang", None)
    if lang not in (None, *LANGS):
        raise AuthoringError.at(path, line, UNKNOWN_LANG, lang=lang)
    unknown = sorted(metadata.keys() - _STUDENT_METADATA)
    if unknown:
        allowed = ", ".join(sorted({"lang", *_STUDENT_METADATA}))
        raise AuthoringError.at(path, line, UNKNOWN_SETTING, name=unknown[0], allowed=allowed)
    if node.cell_type == "markdown" and lang is None and _HANGUL.search(node.source):
        raise AuthoringError.at(path, line, KOREAN_FOR_BOTH)
    fenced = _FENCE.fullmatch(node.source) if node.cell_type == "markdown" else None
    if fenced:
        return Cell("raw", fenced["config"], line, lang, metadata)
    said, _, source = node.source.partition("\n")
    if node.cell_type == "code" and said.rstrip() == SHOW:
        return Cell(node.cell_type, source, line + 1, lang, metadata, shows=True)
    return Cell(node.cell_type, node.source, line, lang, metadata)


def _check_pairs(path: Path, cells: tuple[Cell, ...]) -> None:
    expected: Cell | None = None
    for position, cell in enumerate(cells):
        if expected is not None:
            _check_partner(path, expected, cell)
            expected = None
        elif cell.lang == "en":
            swapped = any(following.lang == "ko" for following in cells[position + 1 : position + 2])
            raise AuthoringError.at(path, cell.line, NO_KOREAN, fix=KOREAN_FIRST if swapped else ADD_KOREAN)
        elif cell.lang == "ko":
            expected = cell
    if expected is not None:
        raise _no_translation(path, expected)


def _check_partner(path: Path, korean: Cell, cell: Cell) -> None:
    if cell.lang != "en":
        raise _no_translation(path, korean)
    if cell.kind != korean.kind:
        raise AuthoringError.at(
            path,
            cell.line,
            Text(
                ko='lang="en" 셀은 {kind} 셀인데, {line}번째 줄의 짝 lang="ko" 셀은 {other} 셀입니다. 같은 종류로 '
                "맞추세요.",
                en='lang="en" cell is {kind}, but its lang="ko" partner on line {line} is {other}; make both the same',
            ),
            kind=cell.kind,
            line=korean.line,
            other=korean.kind,
        )


def _no_translation(path: Path, korean: Cell) -> AuthoringError:
    return AuthoringError.at(
        path,
        korean.line,
        Text(
            ko='lang="ko" 셀에 번역이 없습니다. 바로 뒤에 lang="en" 셀을 더하세요.',
            en='lang="ko" cell without its translation; add the lang="en" cell right after it',
        ),
    )
