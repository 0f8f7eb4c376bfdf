"""Question 4: stamping with several channels. Nothing here needs the student's answer to question 3."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import TRANSPOSED_CONV2D_CHANNELS


@check(
    "q4",
    points=2,
    title=Text(
        ko="채널이 하나일 때 모양 (H, W, 1)과 값이 모두 맞습니다.",
        en="With a single channel, the shape (H, W, 1) and the values are right.",
    ),
)
def test_one_channel(student: Student) -> None:
    student.assert_matches(TRANSPOSED_CONV2D_CHANNELS, cases.one_channel)


@check(
    "q4",
    points=3,
    title=Text(ko="모든 입력 채널의 도장을 더합니다.", en="The stamps of all input channels are added."),
)
def test_channels_in(student: Student) -> None:
    student.assert_matches(TRANSPOSED_CONV2D_CHANNELS, cases.channels_in)


@check(
    "q4",
    points=2,
    title=Text(ko="출력 채널마다 자기 커널을 씁니다.", en="Each output channel has kernels of its own."),
)
def test_channels_out(student: Student) -> None:
    student.assert_matches(TRANSPOSED_CONV2D_CHANNELS, cases.channels_out)


@check(
    "q4",
    points=2,
    title=Text(
        ko="커널의 축은 (kh, kw, 출력, 입력) 순서입니다.",
        en="The kernel's axes are (kh, kw, out, in), in this order.",
    ),
)
def test_channels_equal(student: Student) -> None:
    student.assert_matches(TRANSPOSED_CONV2D_CHANNELS, cases.channels_equal)


@check("q4", points=1, title=Text(ko="여러 채널에서도 스트라이드를 지킵니다.", en="Strides work with channels, too."))
def test_strides(student: Student) -> None:
    student.assert_matches(TRANSPOSED_CONV2D_CHANNELS, cases.channels_strided)


@check("q4", points=2, title=Text(ko="여러 채널에서도 `same`을 지킵니다.", en="`same` works with channels, too."))
def test_same(student: Student) -> None:
    student.assert_matches(TRANSPOSED_CONV2D_CHANNELS, cases.channels_same)


@check(
    "q4",
    points=1,
    title=Text(
        ko="정수와 실수를 섞어 넣어도 소수 부분을 잃지 않습니다.",
        en="Integers and floats may be mixed, and no fraction is lost.",
    ),
    easy="form",
)
def test_number_types(student: Student) -> None:
    student.assert_matches(TRANSPOSED_CONV2D_CHANNELS, cases.channels_number_types)


@check(
    "q4",
    points=1,
    title=Text(ko="입력과 커널을 바꾸지 않습니다.", en="The input and the kernel stay as they are."),
    easy="form",
)
def test_keeps_arguments(student: Student) -> None:
    student.assert_arguments_unchanged(TRANSPOSED_CONV2D_CHANNELS, cases.channels_called_again)


@check(
    "q4",
    points=1,
    title=Text(ko="같은 입력에는 늘 같은 답을 냅니다.", en="Equal calls give equal results."),
    easy="form",
)
def test_repeats(student: Student) -> None:
    student.assert_deterministic(TRANSPOSED_CONV2D_CHANNELS, cases.channels_called_again)
