"""Question 3: the model itself, as the examiner rebuilds it from its configuration."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import (
    BUILD_CHANNELS,
    BUILD_CONVOLUTIONAL,
    BUILD_LEARNS,
    BUILD_REACH,
    BUILD_RESCALED,
    BUILD_SIZE,
    BUILD_SOFTMAX,
    BUILD_STRIDES,
)


@check(
    "q3",
    points=7,
    title=Text(
        ko="출력의 높이와 너비가 어떤 크기의 입력에서나 입력과 같습니다.",
        en="The output is as high and wide as the input, for inputs of any size.",
    ),
    easy="case",
)
def test_size(student: Student) -> None:
    student.assert_matches(BUILD_SIZE, cases.builds)


@check(
    "q3",
    points=6,
    title=Text(
        ko="출력의 채널 수는 `num_classes`입니다.",
        en="The output has `num_classes` channels.",
    ),
    easy="form",
)
def test_channels(student: Student) -> None:
    student.assert_matches(BUILD_CHANNELS, cases.builds)


@check(
    "q3",
    points=5,
    title=Text(
        ko="맨 끝까지 합성곱입니다: Dense도, Flatten도, 모든 위치를 한꺼번에 보는 연산도 없습니다.",
        en="It is convolutional to the end: no Dense, no Flatten, nothing that looks at all positions at once.",
    ),
    easy="case",
)
def test_convolutional(student: Student) -> None:
    student.assert_matches(BUILD_CONVOLUTIONAL, cases.builds)
    student.assert_matches(BUILD_REACH, cases.builds_to_run)


@check(
    "q3",
    points=8,
    title=Text(
        ko="크기를 줄인 스트라이드와 키운 스트라이드가 거울처럼 마주 보고, 그 사이에서 합성곱이 일합니다.",
        en="Upsampling strides mirror downsampling strides, and convolutions work between them.",
    ),
)
def test_strides(student: Student) -> None:
    student.assert_matches(BUILD_STRIDES, cases.builds)


@check(
    "q3",
    points=4,
    title=Text(
        ko="첫 합성곱에 들어가기 전에 값이 한 번만 0~1로 줄어듭니다.",
        en="Values are rescaled to 0..1 before the first convolution, and once only.",
    ),
    easy="case",
)
def test_rescaled(student: Student) -> None:
    student.assert_matches(BUILD_RESCALED, cases.builds_to_run)


@check(
    "q3",
    points=4,
    title=Text(
        ko="픽셀마다 클래스의 확률을 더하면 1입니다.",
        en="The probabilities of each pixel's classes add up to 1.",
    ),
    easy="form",
)
def test_softmax(student: Student) -> None:
    student.assert_matches(BUILD_SOFTMAX, cases.builds_to_run)


@check(
    "q3",
    points=6,
    title=Text(
        ko="작은 이미지로 240번 학습하면 손실이 0.5 아래로 내려갑니다.",
        en="It learns: after at most 240 steps on small images the loss is below 0.5.",
    ),
)
def test_learns(student: Student) -> None:
    student.assert_matches(BUILD_LEARNS, cases.builds_to_train)
