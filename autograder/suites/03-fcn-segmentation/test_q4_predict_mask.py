"""Question 4: the mask that a model predicts for one image."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import MASK_TYPE, PREDICT_MASK


@check(
    "q4",
    points=6,
    title=Text(
        ko="픽셀마다 확률이 가장 큰 클래스의 번호입니다.",
        en="Each pixel has the index of its most probable class.",
    ),
)
def test_square(student: Student) -> None:
    student.assert_matches(PREDICT_MASK, cases.masks_square)


@check(
    "q4",
    points=5,
    title=Text(
        ko="높이와 너비가 다른 이미지에서도 맞습니다.",
        en="It is right for images that are not square, too.",
    ),
)
def test_oblong(student: Student) -> None:
    student.assert_matches(PREDICT_MASK, cases.masks_oblong)


@check(
    "q4",
    points=2,
    title=Text(
        ko="(높이, 너비) 모양의 정수 배열입니다.",
        en="It is an array of integers of shape (height, width).",
    ),
    easy="form",
)
def test_integers(student: Student) -> None:
    student.assert_matches(MASK_TYPE, cases.masks_any)


@check(
    "q4",
    points=2,
    title=Text(
        ko="받은 이미지를 바꾸지 않습니다.",
        en="The image that is given stays as it is.",
    ),
    easy="form",
)
def test_keeps_arguments(student: Student) -> None:
    student.assert_arguments_unchanged(PREDICT_MASK, cases.masks_any)
