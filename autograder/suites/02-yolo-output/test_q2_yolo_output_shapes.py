"""Question 2: the shape of the output at each scale."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import SHAPES_DEPTHS, SHAPES_GRIDS, SHAPES_ORDER, SHAPES_TYPE


@check(
    "q2",
    points=5,
    title=Text(
        ko="격자의 한 변은 이미지의 한 변 ÷ 스트라이드입니다.",
        en="A grid has image size ÷ stride cells a side.",
    ),
)
def test_grids(student: Student) -> None:
    student.assert_matches(SHAPES_GRIDS, cases.shapes_usual)


@check(
    "q2",
    points=4,
    title=Text(
        ko="출력은 `strides`에 적힌 순서대로 나옵니다.",
        en="The outputs come in the order of `strides`.",
    ),
)
def test_order(student: Student) -> None:
    student.assert_matches(SHAPES_ORDER, cases.shapes_other_orders)


@check(
    "q2",
    points=4,
    title=Text(
        ko="마지막 축은 칸 하나의 깊이입니다.",
        en="The last axis is the depth of one cell.",
    ),
)
def test_depths(student: Student) -> None:
    student.assert_matches(SHAPES_DEPTHS, cases.shapes_depths)


@check(
    "q2",
    points=2,
    title=Text(
        ko="정수 세 개짜리 튜플을 리스트에 담아 돌려줍니다.",
        en="A list of tuples of three integers comes back.",
    ),
    easy="form",
)
def test_types(student: Student) -> None:
    student.assert_matches(SHAPES_TYPE, cases.shapes_easy)
