"""Question 3: how many numbers the network predicts for one image."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import COUNT_OUTPUTS, COUNT_OUTPUTS_ONE_SCALE, COUNT_OUTPUTS_TYPE


@check(
    "q3",
    points=3,
    title=Text(
        ko="한 해상도에서: 모든 칸의 깊이를 더합니다.",
        en="At one scale: the depths of all cells are added up.",
    ),
)
def test_one_scale(student: Student) -> None:
    student.assert_matches(COUNT_OUTPUTS_ONE_SCALE, cases.counts_one_scale)


@check(
    "q3",
    points=4,
    title=Text(
        ko="모든 해상도의 숫자를 합칩니다.",
        en="The numbers of all scales are added up.",
    ),
)
def test_several_scales(student: Student) -> None:
    student.assert_matches(COUNT_OUTPUTS, cases.counts_several_scales)


@check(
    "q3",
    points=2,
    title=Text(
        ko="칸마다 상자가 하나일 때도 맞습니다.",
        en="It is right with one box per cell, too.",
    ),
)
def test_one_box(student: Student) -> None:
    student.assert_matches(COUNT_OUTPUTS, cases.counts_one_box)


@check(
    "q3",
    points=1,
    title=Text(
        ko="개수를 정수로 돌려줍니다.",
        en="The number comes back as an integer.",
    ),
    easy="form",
)
def test_integer(student: Student) -> None:
    student.assert_matches(COUNT_OUTPUTS_TYPE, cases.counts_easy)
