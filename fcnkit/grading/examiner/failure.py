"""How a hidden check says that it did not pass."""

from __future__ import annotations

from fcnkit.grading.examiner.check import Function
from fcnkit.grading.results import Outcome
from fcnkit.text import Text


class CheckFailed(Exception):
    """A hidden check did not pass; everything said here may be shown to the student."""

    def __init__(
        self,
        outcome: Outcome,
        message: Text,
        function: Function | None = None,
        explained_by: tuple[str, ...] = (),
        *,
        may_go_on: bool = False,
    ) -> None:
        super().__init__(message.en)
        self.outcome = outcome
        self.message = message
        self.function = function
        self.explained_by = explained_by
        """Ids of the misconceptions that give every one of the wrong answers."""
        self.may_go_on = may_go_on
        """Whether the function did no more than raise an exception, and soon, so that it may be asked for others."""

    @property
    def is_answered(self) -> bool:
        """Whether there is an answer, which is wrong."""
        return self.outcome is Outcome.FAILED
