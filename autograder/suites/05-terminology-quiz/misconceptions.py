"""All misconceptions of this assignment: what the sheet of terms says not to confuse."""

from __future__ import annotations

from fcnkit.quiz.quiz_misconceptions import misconceptions
from fcnkit.suite import Misconception

from .answer_sheet import HANDED_OUT, TERMINOLOGY

MISCONCEPTIONS: tuple[Misconception, ...] = misconceptions(HANDED_OUT, TERMINOLOGY)
