"""Question 5: how far a dilated kernel reaches."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import DILATED, DILATED_ONCE, DILATED_TYPE


@check(
    "q5",
    points=5,
    title=Text(ko="벌어진 커널이 차지하는 길이입니다.", en="The length that a dilated kernel covers."),
)
def test_dilated(student: Student) -> None:
    student.assert_matches(DILATED, cases.extents_dilated)


@check(
    "q5",
    points=1,
    title=Text(ko="팽창률이 1이면 커널의 크기 그대로입니다.", en="With dilation 1 it is the kernel."),
    easy="case",
)
def test_dense(student: Student) -> None:
    student.assert_matches(DILATED_ONCE, cases.extents_dense)


@check("q5", points=1, title=Text(ko="1×1 커널은 벌어지지 않습니다.", en="A 1×1 kernel does not spread."), easy="case")
def test_of_one(student: Student) -> None:
    student.assert_matches(DILATED, cases.extents_of_one)


@check("q5", points=1, title=Text(ko="정수를 돌려줍니다.", en="Returns an integer."), easy="form")
def test_integer(student: Student) -> None:
    student.assert_matches(DILATED_TYPE, cases.extents_any)
