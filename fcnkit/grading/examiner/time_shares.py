"""How a submission's time is divided: what never ends in one place leaves time for the marks of all others.

All of it goes by the submission's own clock, which does not count waiting for a CPU. Cells have an allowance of their
own, each at most half of what is left of it, and another one for what they sleep; public examples get half of what the
cells leave; and each question's calls have to leave a share to every question after it.
"""

from __future__ import annotations

from collections.abc import Sequence

from fcnkit.grading.examiner.account import Account
from fcnkit.grading.examiner.limits import LEFT_TO_OTHERS, OUT_OF_TIME
from fcnkit.text import Text

MOMENT = 0.5
"""Seconds that a cell gets at least while the cells have time left."""
LAST_MOMENT = 0.1
"""Seconds after that: to define a function takes a thousandth of it."""
_OVERDRAWN = 1.5
"""Of the cells' seconds: once so many are used up, what is left is for questions."""
_AFTER_A_HANG = 4
"""Part of its time that a call gets of a function that did not end before."""


class TimeShares:
    """The shares of one session: `questions` are those that it will be asked about, in this order, until `deadline`."""

    def __init__(self, account: Account, deadline: float, questions: Sequence[str] = ()) -> None:
        self.deadline = deadline
        """By the account's own clock."""
        self._account = account
        self._limits = account.limits
        self._after = {question: len(questions) - place for place, question in enumerate(questions, 1)}
        """How many questions come after each."""
        self._kept_for_each = 0.0
        self._public_end: float | None = None
        self._is_sealed = False

    def of_cell(self) -> float:
        """Seconds for the next cell."""
        left = self._limits.cells_seconds - self._account.in_cells
        least = MOMENT if left > 0 else LAST_MOMENT
        return round(min(self._limits.cell_seconds, max(left / 2, least)), 1)

    def sleep_of_cell(self) -> float:
        """Seconds that the next cell may sleep at the cost of no other time."""
        return round(min(self._limits.cell_seconds, (self._limits.sleep_seconds - self._account.excused) / 2), 1)

    def cells_may_sleep(self) -> bool:
        """Else `time.sleep` returns at once in them, and what waits otherwise is woken soon."""
        has_time = self._account.in_cells < self._limits.cells_seconds
        return has_time and self._account.excused < self._limits.sleep_seconds

    def are_cells_over(self) -> bool:
        """Whether there is time left for definitions alone, however many cells there are."""
        return self._account.in_cells > self._limits.cells_seconds * _OVERDRAWN

    def of_call(self, question: str, *, has_hung: bool) -> float:
        """Seconds for a call of a function, of which an earlier call may not have ended."""
        most = self._limits.call_seconds / (_AFTER_A_HANG if has_hung else 1)
        left = self.end(question) - self._account.now()
        return most if most < left else max(round(left, 1), LAST_MOMENT)

    def begin_public(self) -> None:
        """The cells have been run. Idempotent."""
        if self._public_end is None:
            self._public_end = self._halfway()

    def seal(self) -> None:
        """Hidden inputs are sent from now on."""
        self._is_sealed = True
        count = len(self._after)
        self._kept_for_each = max(self.deadline - self._halfway(), 0.0) / count if count else 0.0

    def end(self, question: str) -> float:
        """When nothing more is begun for this question; what has been begun is to stop by itself."""
        if not self._is_sealed:
            return self.deadline if self._public_end is None else self._public_end
        return self.deadline - self._kept_for_each * self._after.get(question, 0)

    def why_so_short(self, question: str) -> Text:
        """What to tell where a call got less time than calls get."""
        in_all = self._limits.total_seconds
        return (LEFT_TO_OTHERS if self.end(question) < in_all else OUT_OF_TIME).format(seconds=in_all)

    def _halfway(self) -> float:
        return (self._account.now() + self.deadline) / 2
