"""Question 3: a depthwise separable block, as the examiner rebuilds it from its configuration."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import DEPTHWISE_CHANNELS, DEPTHWISE_SIZE, DEPTHWISE_STACKED, DEPTHWISE_WAYS


@check(
    "q3",
    points=3,
    title=Text(
        ko="어떤 크기의 입력에서나 스트라이드가 1입니다.",
        en="The stride is 1, for inputs of any size.",
    ),
    easy="form",
)
def test_size(student: Student) -> None:
    student.assert_matches(DEPTHWISE_SIZE, cases.blocks)


@check(
    "q3",
    points=3,
    title=Text(ko="출력의 채널 수는 `filters`입니다.", en="The output has `filters` channels."),
    easy="form",
)
def test_channels(student: Student) -> None:
    student.assert_matches(DEPTHWISE_CHANNELS, cases.blocks_other)


@check(
    "q3",
    points=2,
    title=Text(
        ko="블록을 두 번 이어서 쓸 수 있고, 두 블록은 층을 나누어 쓰지 않습니다.",
        en="The block can be used twice in a row, and the two have no layer in common.",
    ),
    easy="form",
)
def test_stacked(student: Student) -> None:
    student.assert_matches(DEPTHWISE_STACKED, cases.blocks_stacked)


@check(
    "q3",
    points=8,
    title=Text(
        ko="3×3 깊이별 합성곱을 먼저, 그다음 1×1 합성곱을 지납니다.",
        en="First a 3×3 depthwise convolution, then a 1×1 convolution.",
    ),
)
def test_ways(student: Student) -> None:
    student.assert_matches(DEPTHWISE_WAYS, cases.blocks)
