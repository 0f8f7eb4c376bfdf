"""Question 1: a moving average."""

import numpy as np

from fcnkit.suite import Function, Student, Text, case, check, compare

from . import cases, spec

MOVING_AVERAGE = Function(
    "moving_average", spec.moving_average, compare.numeric_array, example=case(np.array([3.0, 5.0, 1.0, 9.0]), 2)
)


@check("q1", points=70, title=Text(ko="창마다 평균을 냅니다.", en="There is a mean for each window."))
def test_windows(student: Student) -> None:
    student.assert_matches(MOVING_AVERAGE, cases.windows)


@check(
    "q1",
    points=30,
    title=Text(ko="창이 배열만큼 길면 값이 하나입니다.", en="A window as long as the array gives one value."),
)
def test_whole_arrays(student: Student) -> None:
    student.assert_matches(MOVING_AVERAGE, cases.whole_arrays)
