"""An assignment's notebooks as handed out, to recognise untouched ones."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from fcnkit.bounded_file import read_bounded
from fcnkit.course import Assignment
from fcnkit.grading.cell import Cell, Origin
from fcnkit.grading.intake import normal_form, notebook_parser
from fcnkit.grading.intake.submission import Notebook, Refused
from fcnkit.quiz.feature import feature_of

_WORD = re.compile(r"\w+")
_USED = re.compile(r"(?<![\w.])(\w++)[ \t]*+([.(]|=(?!=))")
"""A name that is called, looked into or set."""


@dataclass(frozen=True)
class HandedOut:
    """What students were given, to tell which of the notebooks that they hand in are to be graded."""

    assignment: str
    variants: frozenset[str] = frozenset()
    """The ids of the draws of a quiz; empty where there is but one."""
    codes: frozenset[normal_form.Code] = frozenset()
    """The code of each notebook. That of variants differs by their mark alone, which `normal_form.code` leaves out."""
    lines: frozenset[str] = frozenset()
    """All lines of that code."""
    in_texts: frozenset[str] = frozenset()
    """What code in their texts would define."""
    texts: frozenset[str] = frozenset()
    """Those texts, as `TextCell` has them."""
    origins: Mapping[str, Origin] = field(default_factory=dict)
    """The code of each cell, byte for byte, and whether it only shows something."""

    imports: Mapping[str, str] = field(default_factory=dict)
    """Name → the import in the notebooks' cells that binds it."""

    def is_untouched(self, cells: tuple[Cell, ...]) -> bool:
        """Whether nothing has been written: the code is one of the hand-out's."""
        return normal_form.code(cells) in self.codes

    def written(self, cells: tuple[Cell, ...]) -> int:
        """How many lines of code are not the hand-out's."""
        return sum(
            bool(line.strip()) and line not in self.lines
            for text in normal_form.code(cells)
            for line in text.split("\n")
        )

    def marked(self, cells: Iterable[Cell]) -> tuple[Cell, ...]:
        """The cells of a notebook with their origin: whatever it says itself, the hand-out's own bytes decide."""
        return tuple(replace(cell, origin=self.origins.get(cell.source, "student")) for cell in cells)

    def lacking(self, cells: Sequence[Cell]) -> tuple[str, ...]:
        """The hand-out's imports of what the student's own cells use and no cell imports or sets.

        Whoever deleted the cell with them had run it: at their desk the name was still there.
        """
        lines = [line for cell in cells for line in cell.source.splitlines() if "import" in line]
        imported = {word for line in lines for word in _WORD.findall(line)}
        written = "\n".join(cell.source for cell in cells if cell.origin == "student")
        if not any(name in written for name in self.imports.keys() - imported):
            return ()  # which takes a hundredth of the time of what follows
        used = _USED.findall(written)
        missed = {name for name, _ in used} - {name for name, sign in used if sign == "="} - imported
        needed = [statement for name, statement in self.imports.items() if name in missed]
        return tuple(dict.fromkeys(needed))


def handed_out(assignment: Assignment) -> HandedOut:
    """Reads `assignments/NN-topic/`. Without it every notebook counts as worked in, which costs no marks."""
    files = list(filter(None, (_read(path) for path in sorted(assignment.paths.handout.glob("*.ipynb")))))
    notebooks = [notebook for notebook, _ in files]
    codes = frozenset(normal_form.code(each.cells) for each in notebooks)
    return HandedOut(
        assignment.name,
        frozenset(feature_of(assignment).variant_ids()),
        codes,
        frozenset(line for code in codes for text in code for line in text.split("\n")),
        frozenset(name for each in notebooks for text in each.texts for name in text.names),
        frozenset(text.text for each in notebooks for text in each.texts),
        _origins(files),
        {name: statement for each in notebooks for cell in each.cells for name, statement in _imports(cell.source)},
    )


def _read(path: Path) -> tuple[Notebook, list[dict[str, Any]]] | None:
    """A notebook and its cells as the file has them. Raises UserError where it is too large for one."""
    try:
        content = read_bounded(path)
        return notebook_parser.parse(content, path.name), json.loads(content)["cells"]
    except (OSError, Refused):
        return None


def _imports(source: str) -> Iterator[tuple[str, str]]:
    """The names that a cell's imports bind, with the imports."""
    try:
        statements = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # a magic, or nothing that Python can read
        return
    for whole in statements:
        for statement in whole.body if isinstance(whole, ast.With) else [whole]:  # such as `with fcnlab.quietly():`
            if isinstance(statement, ast.Import | ast.ImportFrom):
                for alias in statement.names:
                    yield (alias.asname or alias.name).partition(".")[0], ast.unparse(statement)


def _origins(files: Iterable[tuple[Notebook, list[dict[str, Any]]]]) -> dict[str, Origin]:
    """Code that stands in two cells only shows something if both do."""
    origins: dict[str, Origin] = {}
    for notebook, cells in files:
        for cell in notebook.cells:
            shows = cells[cell.number - 1]["metadata"].get("fcnkit") == {"show": True}
            is_new = cell.source not in origins
            origins[cell.source] = "shown" if shows and (is_new or origins[cell.source] == "shown") else "handout"
    return origins
