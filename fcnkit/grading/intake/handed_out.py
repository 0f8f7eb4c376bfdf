"""An assignment's notebooks as handed out, to recognise untouched ones."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from fcnkit.course import Assignment
from fcnkit.grading.cell import Cell, Origin
from fcnkit.grading.intake import normal_form, notebook_parser
from fcnkit.grading.intake.submission import Notebook, Refused
from fcnkit.quiz.feature import feature_of


@dataclass(frozen=True)
class HandedOut:
    """By this, grading tells which of the notebooks that a student hands in is the one to be graded."""

    assignment: str
    variants: frozenset[str] = frozenset()
    """The ids of the draws of a quiz; empty where there is but one."""
    codes: frozenset[normal_form.Code] = frozenset()
    """The code of each notebook. That of variants differs by their mark alone, which `same.code` leaves out."""
    lines: frozenset[str] = frozenset()
    """All lines of that code."""
    in_texts: frozenset[str] = frozenset()
    """What code in their texts would define."""
    origins: Mapping[str, Origin] = field(default_factory=dict)
    """The code of each cell, byte for byte, and whether it only shows something."""

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
        _origins(files),
    )


def _read(path: Path) -> tuple[Notebook, list[dict[str, Any]]] | None:
    """A notebook and its cells as the file has them."""
    try:
        content = path.read_bytes()
        return notebook_parser.parse(content, path.name), json.loads(content)["cells"]
    except (OSError, Refused):
        return None


def _origins(files: Iterable[tuple[Notebook, list[dict[str, Any]]]]) -> dict[str, Origin]:
    """Code that stands in two cells only shows something if both do."""
    origins: dict[str, Origin] = {}
    for notebook, cells in files:
        for cell in notebook.cells:
            shows = cells[cell.number - 1]["metadata"].get("fcnkit") == {"show": True}
            is_new = cell.source not in origins
            origins[cell.source] = "shown" if shows and (is_new or origins[cell.source] == "shown") else "handout"
    return origins
