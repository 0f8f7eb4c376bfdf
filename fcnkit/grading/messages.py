"""Request and response between engine and examiner."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pydantic import BaseModel, ConfigDict

from fcnkit.grading.cell import Cell
from fcnkit.grading.own_code import OwnQuestion
from fcnkit.grading.results import CellError, QuestionResult
from fcnkit.text import Text

SLOWEST = 20
"""Seconds by the clock that cost a submission at least one of its own, whatever it does: so each of them ends."""

ASLEEP, AWAKE = b"asleep", b"awake"
"""Lines in which an examiner says of its submission what `OnSleep` is told."""

OnSleep = Callable[[bool], None]
"""Told True when a submission has had nothing to do for a while, and False when it has again."""


class Job(BaseModel):
    """One notebook to examine."""

    cells: Sequence[Cell]
    variant: str | None = None
    """Which draw of the questions the notebook holds, as it says itself."""
    seed: str = ""
    """What draws the hidden cases; see `fcnkit.grading.case_secret`."""
    part: float = 1
    """Part of the time for a submission: several notebooks share it."""
    interview: str | None = None
    """What draws questions on the student's own code, where those are wanted instead of marks."""


class Examination(BaseModel):
    """What came of it."""

    model_config = ConfigDict(frozen=True)

    questions: tuple[QuestionResult, ...] = ()
    cell_errors: tuple[CellError, ...] = ()
    notes: tuple[Text, ...] = ()
    fault: str | None = None
    """What kept us from examining the notebook: our fault, not the student's."""
    used: float = 0
    """Which part of the time for a submission it has taken."""
    interview: tuple[OwnQuestion, ...] = ()
    """Where the job asks for it."""
