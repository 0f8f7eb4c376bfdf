"""Question 4: what the axes mean."""

from functions import FIRST_AXIS, LAST_AXIS, MIDDLE_AXES

from fcnkit.grading.examiner.checks import check
from fcnkit.grading.examiner.student import Student
from fcnkit.text import Text


@check("q4", points=2, title=Text(ko="첫 번째 축의 뜻", en="The first axis"))
def test_first(student: Student) -> None:
    student.holds(FIRST_AXIS)


@check("q4", points=4, title=Text(ko="가운데 두 축의 뜻", en="The two axes in the middle"))
def test_middle(student: Student) -> None:
    student.holds(MIDDLE_AXES)


@check("q4", points=4, title=Text(ko="마지막 축의 뜻", en="The last axis"))
def test_last(student: Student) -> None:
    student.holds(LAST_AXIS)
