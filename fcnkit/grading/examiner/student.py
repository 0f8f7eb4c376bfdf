"""The `student` fixture: the examiner's hand on the student's process."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fcnkit.grading.examiner.checks import Case, Function


class Student:
    """Calls the student's functions, one message there and one back, and judges what comes back."""

    def call(self, name: str, *args: Any, **kwargs: Any) -> Any:
        """The value that the student's function `name` returns.

        Raises CheckFailed when the function is missing, raises, hangs or returns something that is not
        plain data.
        """

    def agrees(self, function: Function, cases: Sequence[Case]) -> None:
        """The student's function gives the oracle's answer in every case.

        All cases are tried, so that a misconception is named only when it explains every wrong answer.
        """

    def keeps_arguments(self, function: Function, cases: Sequence[Case]) -> None:
        """The student's function leaves its array arguments as they were."""

    def repeats(self, function: Function, cases: Sequence[Case]) -> None:
        """Equal calls give equal results: nothing is remembered between calls."""
