"""All misconceptions of this assignment: what the sheet of terms says not to confuse."""

from __future__ import annotations

from answer_sheet import HANDED_OUT, TERMINOLOGY

from fcnkit.misconception import Misconception
from fcnkit.quiz.quiz_misconceptions import misconceptions

MISCONCEPTIONS: tuple[Misconception, ...] = misconceptions(HANDED_OUT, TERMINOLOGY)
