"""Question 4: what the axes mean, each by itself."""

from fcnkit.suite import Student, Text, check

from .functions import FIRST_AXIS, LAST_AXIS, SECOND_AXIS, THIRD_AXIS


@check("q4", points=2, title=Text(ko="0번 축의 뜻", en="Axis 0"))
def test_first(student: Student) -> None:
    student.assert_value(FIRST_AXIS)


@check("q4", points=2, title=Text(ko="1번 축의 뜻", en="Axis 1"))
def test_second(student: Student) -> None:
    student.assert_value(SECOND_AXIS)


@check("q4", points=2, title=Text(ko="2번 축의 뜻", en="Axis 2"))
def test_third(student: Student) -> None:
    student.assert_value(THIRD_AXIS)


@check("q4", points=4, title=Text(ko="3번 축의 뜻", en="Axis 3"))
def test_last(student: Student) -> None:
    student.assert_value(LAST_AXIS)
