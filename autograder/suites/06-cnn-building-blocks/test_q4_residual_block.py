"""Question 4: a residual block, as the examiner rebuilds it from its configuration."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import (
    RESIDUAL_CHANNELS,
    RESIDUAL_CONVOLUTIONS,
    RESIDUAL_IDENTITY,
    RESIDUAL_PROJECTION,
    RESIDUAL_SIZE,
    RESIDUAL_STACKED,
)


@check(
    "q4",
    points=3,
    title=Text(
        ko="어떤 크기의 입력에서나 높이와 너비가 그대로입니다.",
        en="Height and width stay, for inputs of any size.",
    ),
    easy="form",
)
def test_size(student: Student) -> None:
    student.assert_matches(RESIDUAL_SIZE, cases.blocks)


@check(
    "q4",
    points=2,
    title=Text(ko="출력의 채널 수는 `filters`입니다.", en="The output has `filters` channels."),
    easy="form",
)
def test_channels(student: Student) -> None:
    student.assert_matches(RESIDUAL_CHANNELS, cases.blocks_other)


@check(
    "q4",
    points=2,
    title=Text(
        ko="블록을 두 번 이어서 쓸 수 있고, 두 블록은 층을 나누어 쓰지 않습니다.",
        en="The block can be used twice in a row, and the two have no layer in common.",
    ),
    easy="form",
)
def test_stacked(student: Student) -> None:
    student.assert_matches(RESIDUAL_STACKED, cases.blocks_stacked)


@check(
    "q4",
    points=4,
    title=Text(
        ko="3×3 합성곱을 지난 결과가 지름길과 더해집니다.",
        en="What comes of 3×3 convolutions is added to the shortcut.",
    ),
)
def test_convolutions(student: Student) -> None:
    student.assert_matches(RESIDUAL_CONVOLUTIONS, cases.blocks_alike)


@check(
    "q4",
    points=5,
    title=Text(
        ko="채널 수가 같으면 지름길은 `x` 그대로입니다.",
        en="Where the channels agree, the shortcut is `x` itself.",
    ),
)
def test_identity(student: Student) -> None:
    student.assert_matches(RESIDUAL_IDENTITY, cases.blocks_alike)


@check(
    "q4",
    points=5,
    title=Text(
        ko="채널 수가 다르면 지름길에 1×1 합성곱이 있습니다.",
        en="Where the channels differ, a 1×1 convolution lies on the shortcut.",
    ),
)
def test_projection(student: Student) -> None:
    student.assert_matches(RESIDUAL_PROJECTION, cases.blocks_other)
