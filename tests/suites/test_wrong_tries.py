"""Wrong answers as students write them lose marks, for what is said of them and not for a slip of the helpers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import wrong_tries_01
import wrong_tries_02
import wrong_tries_04
from test_mutants import SUITES, InProcess

TRIES = wrong_tries_01.TRIES | wrong_tries_02.TRIES | wrong_tries_04.TRIES
RIGHT = wrong_tries_01.RIGHT | wrong_tries_02.RIGHT


@pytest.mark.parametrize(
    ("number", "name", "answer"),
    [
        pytest.param(number, name, answer, id=f"{number}-{name}-{what}")
        for (number, name), tries in TRIES.items()
        for what, answer in tries.items()
    ],
)
def test_a_wrong_try_loses_marks(number: str, name: str, answer: Callable[..., Any]) -> None:
    assert _loses(number, name, answer)


@pytest.mark.parametrize(("number", "name"), RIGHT)
def test_what_they_are_made_from_is_right(number: str, name: str) -> None:
    assert not _loses(number, name, RIGHT[number, name])


def _loses(number: str, name: str, answer: Callable[..., Any]) -> bool:
    student = InProcess(name, answer)
    for test_name, module in SUITES[number].modules.items():
        for check in vars(module).values() if test_name.startswith("test_") else ():
            if hasattr(check, "pytestmark") and not student.caught:
                check(student)
    assert student.asked
    return student.caught
