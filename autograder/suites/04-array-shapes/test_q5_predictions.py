"""Question 5: what expressions give."""

import spec
from functions import PREDICTIONS

from fcnkit.grading.examiner.checks import check
from fcnkit.grading.examiner.student import Student
from fcnkit.text import Text


@check(
    "q5",
    points=6,
    title=Text(
        ko="튜플, 리스트, 글의 덧셈",
        en="Adding tuples, lists and texts",
    ),
)
def test_joined(student: Student) -> None:
    student.holds_under(PREDICTIONS, spec.JOINED)


@check(
    "q5",
    points=6,
    title=Text(
        ko="배열의 덧셈",
        en="Adding arrays",
    ),
)
def test_added(student: Student) -> None:
    student.holds_under(PREDICTIONS, spec.ADDED)


@check(
    "q5",
    points=5,
    title=Text(
        ko="쉼표와 괄호",
        en="Commas and parentheses",
    ),
)
def test_commas(student: Student) -> None:
    student.holds_under(PREDICTIONS, spec.COMMAS)


@check(
    "q5",
    points=4,
    title=Text(
        ko="더할 수 없는 것",
        en="What cannot be added",
    ),
)
def test_refused(student: Student) -> None:
    student.holds_under(PREDICTIONS, spec.REFUSED)


@check(
    "q5",
    points=4,
    title=Text(
        ko="메모리 계산",
        en="How much memory",
    ),
)
def test_memory(student: Student) -> None:
    student.holds_under(PREDICTIONS, spec.MEMORY)
