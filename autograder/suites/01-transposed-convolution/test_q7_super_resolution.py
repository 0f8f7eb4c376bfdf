"""Question 7: how much of a picture comes back once it has been shrunk and enlarged."""

from fcnkit.suite import Student, Text, check

from . import cases_pictures as cases
from .functions import PSNR, PSNR_PEAK, SHRINK


@check("q7", points=3, title=Text(ko="블록마다 평균을 냅니다.", en="Each block is averaged."))
def test_shrunk(student: Student) -> None:
    student.assert_matches(SHRINK, cases.shrunk)


@check(
    "q7",
    points=1,
    title=Text(
        ko="정수 이미지의 평균에도 소수 부분이 있습니다.", en="Means of an image of integers have fractions, too."
    ),
)
def test_integers(student: Student) -> None:
    student.assert_matches(SHRINK, cases.shrunk_integers)


@check("q7", points=2, title=Text(ko="0에서 1까지인 이미지의 PSNR", en="The PSNR of images from 0 to 1"))
def test_decibels(student: Student) -> None:
    student.assert_matches(PSNR, cases.decibels)


@check(
    "q7",
    points=2,
    title=Text(ko="`peak`가 다르거나 `uint8`인 이미지의 PSNR", en="The PSNR with another `peak`, or of `uint8`"),
)
def test_peak(student: Student) -> None:
    student.assert_matches(PSNR_PEAK, cases.decibels_of_a_peak)


@check(
    "q7", points=1, title=Text(ko="줄여도 원본은 그대로입니다.", en="Shrinking leaves the image as it is."), easy="form"
)
def test_shrink_keeps_arguments(student: Student) -> None:
    student.assert_arguments_unchanged(SHRINK, cases.pictures_called_again)


@check(
    "q7",
    points=1,
    title=Text(ko="재어도 두 이미지는 그대로입니다.", en="Measuring leaves both images as they are."),
    easy="form",
)
def test_psnr_keeps_arguments(student: Student) -> None:
    student.assert_arguments_unchanged(PSNR, cases.decibels_called_again)
