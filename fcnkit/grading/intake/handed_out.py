"""An assignment's notebooks as handed out, to recognise untouched ones."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fcnkit.course import Assignment
from fcnkit.grading.cell import Cell
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


def handed_out(assignment: Assignment) -> HandedOut:
    """Reads `assignments/NN-topic/`. Without it every notebook counts as worked in, which costs no marks."""
    notebooks = list(filter(None, (_read(path) for path in sorted(assignment.paths.handout.glob("*.ipynb")))))
    codes = frozenset(normal_form.code(each.cells) for each in notebooks)
    return HandedOut(
        assignment.name,
        frozenset(feature_of(assignment).variant_ids()),
        codes,
        frozenset(line for code in codes for text in code for line in text.split("\n")),
        frozenset(name for each in notebooks for text in each.texts for name in text.names),
    )


def _read(path: Path) -> Notebook | None:
    try:
        return notebook_parser.parse(path.read_bytes(), path.name)
    except (OSError, Refused):
        return None
