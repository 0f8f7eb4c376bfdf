"""Read a master: one Python file in jupytext's percent format that holds an assignment in both languages.

Cells with `lang="ko"` or `lang="en"` come in pairs, Korean first; cells without `lang` go into both notebooks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jupytext

from fcnkit.errors import UserError
from fcnkit.text import LANGS, Lang


class AuthoringError(UserError):
    """A master cannot be built; the message names the file, the line, what was found and what to write instead."""

    @classmethod
    def at(cls, path: Path, line: int, what: str) -> AuthoringError:
        return cls(f"{path}:{line}: {what}")


@dataclass(frozen=True)
class Cell:
    """One cell of a master; `line` is its `# %%` line, `lang` is None for a cell of both notebooks."""

    kind: str
    source: str
    line: int
    lang: Lang | None
    metadata: dict[str, Any]

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
_STUDENT_METADATA = {"tags", "jupyter"}
"""What a master may say about a cell that the student's notebook keeps."""
_JUPYTEXT_METADATA = {"title", "cell_marker", "lines_to_next_cell", "lines_to_end_of_cell_marker"}
"""What jupytext notes about the text file; no concern of a notebook."""


def read(path: Path) -> Master:
    """Parse a master and check its language pairs.

    Raises AuthoringError when the file is missing or not UTF-8, when a cell names an unknown language or setting,
    and when a pair is incomplete or out of order.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise AuthoringError(f"{path}: no such master; write it, or remove its folder") from error
    except UnicodeDecodeError as error:
        raise AuthoringError(f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8") from error
    parsed = jupytext.reads(text, fmt="py:percent").cells
    lines = [number for number, line in enumerate(text.splitlines(), 1) if _CELL_START.match(line)]
    if len(parsed) != len(lines):
        first = lines[0] if lines else 1
        raise AuthoringError.at(
            path,
            first,
            f"{len(lines)} lines begin a cell (`# %%`) but {len(parsed)} cells were found; begin the file's first "
            "cell with `# %%`, and write no such line inside a text",
        )
    cells = tuple(_cell(path, line, node) for line, node in zip(lines, parsed, strict=True))
    _check_pairs(path, cells)
    return Master(path, cells)


def _cell(path: Path, line: int, node: Any) -> Cell:
    metadata = {key: value for key, value in node.metadata.items() if key not in _JUPYTEXT_METADATA}
    lang = metadata.pop("lang", None)
    if lang not in (None, *LANGS):
        raise AuthoringError.at(path, line, f'unknown language lang={lang!r}; write lang="ko" or lang="en"')
    unknown = sorted(metadata.keys() - _STUDENT_METADATA)
    if unknown:
        allowed = ", ".join(sorted({"lang", *_STUDENT_METADATA}))
        raise AuthoringError.at(path, line, f"unknown cell setting {unknown[0]!r}; there are: {allowed}")
    if node.cell_type == "markdown" and lang is None and _HANGUL.search(node.source):
        raise AuthoringError.at(
            path, line, 'Korean text in a cell for both languages; mark it lang="ko" and add its lang="en" cell'
        )
    fenced = _FENCE.fullmatch(node.source) if node.cell_type == "markdown" else None
    if fenced:
        return Cell("raw", fenced["config"], line, lang, metadata)
    return Cell(node.cell_type, node.source, line, lang, metadata)


def _check_pairs(path: Path, cells: tuple[Cell, ...]) -> None:
    expected: Cell | None = None
    for position, cell in enumerate(cells):
        if expected is not None:
            _check_partner(path, expected, cell)
            expected = None
        elif cell.lang == "en":
            swapped = any(following.lang == "ko" for following in cells[position + 1 : position + 2])
            fix = "put the Korean cell first" if swapped else 'add its lang="ko" cell right before it'
            raise AuthoringError.at(path, cell.line, f'lang="en" cell without a lang="ko" cell before it; {fix}')
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
            f'lang="en" cell is {cell.kind}, but its lang="ko" partner on line {korean.line} is {korean.kind}; '
            "make both the same",
        )


def _no_translation(path: Path, korean: Cell) -> AuthoringError:
    return AuthoringError.at(
        path, korean.line, 'lang="ko" cell without its translation; add the lang="en" cell right after it'
    )
