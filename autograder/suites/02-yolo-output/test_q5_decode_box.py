"""Question 5: one box, from raw numbers to pixels of the image."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import DECODE_ARRAY, DECODE_BOX, DECODE_CENTRE, DECODE_SIZE, DECODE_TYPE


@check(
    "q5",
    points=6,
    title=Text(
        ko="중심은 시그모이드로 칸 안에 놓고, 스트라이드를 곱해 픽셀로 옮깁니다.",
        en="The sigmoid keeps the centre within its cell, and the stride takes it to pixels.",
    ),
)
def test_centres_on_the_diagonal(student: Student) -> None:
    student.assert_matches(DECODE_CENTRE, cases.centres_on_the_diagonal)


@check(
    "q5",
    points=5,
    title=Text(
        ko="`cell_xy`는 (열, 행)이고, 열은 가로 방향입니다.",
        en="`cell_xy` is (column, row), and the column goes with x.",
    ),
)
def test_centres(student: Student) -> None:
    student.assert_matches(DECODE_CENTRE, cases.centres)


@check(
    "q5",
    points=5,
    title=Text(
        ko="너비와 높이는 앵커에 지수 함수를 곱한 값입니다.",
        en="Width and height are the anchor times an exponential.",
    ),
)
def test_sizes_stride_1(student: Student) -> None:
    student.assert_matches(DECODE_SIZE, cases.sizes_stride_1)


@check(
    "q5",
    points=4,
    title=Text(
        ko="앵커는 픽셀 단위이므로 스트라이드를 곱하지 않습니다.",
        en="Anchors are in pixels and are not multiplied by the stride.",
    ),
)
def test_sizes(student: Student) -> None:
    student.assert_matches(DECODE_SIZE, cases.sizes)


@check(
    "q5",
    points=2,
    title=Text(
        ko="아주 크거나 작은 값도 옮깁니다.",
        en="Very large and very small raw numbers are decoded, too.",
    ),
)
def test_extreme(student: Student) -> None:
    student.assert_matches(DECODE_BOX, cases.boxes_extreme)


@check(
    "q5",
    points=1,
    title=Text(
        ko="`t`가 NumPy 배열이어도 됩니다.",
        en="`t` may be a NumPy array.",
    ),
)
def test_arrays(student: Student) -> None:
    student.assert_matches(DECODE_ARRAY, cases.boxes_from_arrays)


@check(
    "q5",
    points=1,
    title=Text(
        ko="받은 배열을 바꾸지 않습니다.",
        en="The array that is given stays as it is.",
    ),
    easy="form",
)
def test_keeps_arguments(student: Student) -> None:
    student.assert_arguments_unchanged(DECODE_ARRAY, cases.boxes_from_arrays)


@check(
    "q5",
    points=1,
    title=Text(
        ko="숫자 네 개를 튜플로 돌려줍니다.",
        en="A tuple of four numbers comes back.",
    ),
    easy="form",
)
def test_types(student: Student) -> None:
    student.assert_matches(DECODE_TYPE, cases.boxes_easy)
