"""Question 1: the shape of a batch."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import BATCH_SHAPE, BATCH_SHAPE_COUNT, BATCH_SHAPE_TYPE


@check(
    "q1",
    points=2,
    title=Text(
        ko="모양은 네 수로 이루어집니다.",
        en="The shape consists of four numbers.",
    ),
    easy="form",
)
def test_count(student: Student) -> None:
    student.assert_matches(BATCH_SHAPE_COUNT, cases.shapes_with_ones)


@check(
    "q1",
    points=5,
    title=Text(
        ko="이미지 수, 높이, 너비, 채널의 순서입니다.",
        en="The numbers are images, height, width, channels, in this order.",
    ),
)
def test_values(student: Student) -> None:
    student.assert_matches(BATCH_SHAPE, cases.shapes)


@check(
    "q1",
    points=3,
    title=Text(
        ko="튜플을 돌려줍니다.",
        en="A tuple comes back.",
    ),
    easy="form",
)
def test_type(student: Student) -> None:
    student.assert_matches(BATCH_SHAPE_TYPE, cases.shapes_of_the_lecture)
