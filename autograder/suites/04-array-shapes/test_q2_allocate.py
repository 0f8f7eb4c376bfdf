"""Question 2: arrays for images and for masks."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import IMAGES, IMAGES_DTYPE, IMAGES_ZERO, MASKS, MASKS_DTYPE, MASKS_ZERO


@check(
    "q2",
    points=5,
    title=Text(
        ko="이미지 배열의 모양",
        en="The shape of the images",
    ),
)
def test_images_shape(student: Student) -> None:
    student.assert_matches(IMAGES, cases.batches)


@check(
    "q2",
    points=3,
    title=Text(
        ko="이미지 배열은 float32입니다.",
        en="The images are float32.",
    ),
    easy="form",
)
def test_images_dtype(student: Student) -> None:
    student.assert_matches(IMAGES_DTYPE, cases.batches_easy)


@check(
    "q2",
    points=2,
    title=Text(
        ko="이미지 배열은 0으로 차 있고, 부를 때마다 새로 만든 배열입니다.",
        en="The images are all zeros, in a new array that can be filled.",
    ),
    easy="form",
)
def test_images_zero(student: Student) -> None:
    student.assert_matches(IMAGES_ZERO, cases.batches_of_one)
    student.assert_owns_memory(IMAGES_ZERO, cases.batches_of_one)


@check(
    "q2",
    points=5,
    title=Text(
        ko="마스크 배열의 모양",
        en="The shape of the masks",
    ),
)
def test_masks_shape(student: Student) -> None:
    student.assert_matches(MASKS, cases.batches)


@check(
    "q2",
    points=3,
    title=Text(
        ko="마스크 배열은 uint8입니다.",
        en="The masks are uint8.",
    ),
    easy="form",
)
def test_masks_dtype(student: Student) -> None:
    student.assert_matches(MASKS_DTYPE, cases.batches_easy)


@check(
    "q2",
    points=2,
    title=Text(
        ko="마스크 배열은 0으로 차 있고, 부를 때마다 새로 만든 배열입니다.",
        en="The masks are all zeros, in a new array that can be filled.",
    ),
    easy="form",
)
def test_masks_zero(student: Student) -> None:
    student.assert_matches(MASKS_ZERO, cases.batches_of_one)
    student.assert_owns_memory(MASKS_ZERO, cases.batches_of_one)
