"""Question 8: the multiply-adds of a convolution in one, two and three dimensions."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import ADDS, ADDS_LINE, ADDS_TYPE, ADDS_VIDEO


@check("q8", points=2, title=Text(ko="`Conv1D`의 곱셈·덧셈입니다.", en="The multiply-adds of a `Conv1D`."))
def test_along_a_line(student: Student) -> None:
    student.assert_matches(ADDS_LINE, cases.adds_along_a_line)


@check("q8", points=2, title=Text(ko="`Conv2D`의 곱셈·덧셈입니다.", en="The multiply-adds of a `Conv2D`."))
def test_over_images(student: Student) -> None:
    student.assert_matches(ADDS, cases.adds_over_images)


@check("q8", points=3, title=Text(ko="`Conv3D`의 곱셈·덧셈입니다.", en="The multiply-adds of a `Conv3D`."))
def test_over_video(student: Student) -> None:
    student.assert_matches(ADDS_VIDEO, cases.adds_over_video)


@check("q8", points=1, title=Text(ko="정수를 돌려줍니다.", en="Returns an integer."), easy="form")
def test_integer(student: Student) -> None:
    student.assert_matches(ADDS_TYPE, cases.adds_any)
