"""Question 2: how far the stamps of a transposed convolution reach."""

from fcnkit.suite import Student, Text, check

from . import cases_sizes as cases
from .functions import (
    TRANSPOSED_CONV_OUTPUT_SIZE,
    TRANSPOSED_CONV_OUTPUT_SIZE_SAME,
    TRANSPOSED_CONV_OUTPUT_SIZE_TYPE,
    TRANSPOSED_CONV_OUTPUT_SIZE_WIDE,
)


@check(
    "q2",
    points=5,
    title=Text(
        ko="스트라이드 1: 출력은 입력보다 커널 크기 − 1만큼 커집니다.",
        en="Stride 1: the output is larger than the input by the kernel's size − 1.",
    ),
)
def test_stride_1(student: Student) -> None:
    student.assert_matches(TRANSPOSED_CONV_OUTPUT_SIZE, cases.transposed_sizes_stride_1)


@check(
    "q2",
    points=5,
    title=Text(
        ko="스트라이드 2 이상: 마지막 도장의 끝까지가 출력입니다.",
        en="Stride 2 or more: the output reaches to the end of the last stamp.",
    ),
)
def test_strides(student: Student) -> None:
    student.assert_matches(TRANSPOSED_CONV_OUTPUT_SIZE, cases.transposed_sizes_strided)


@check(
    "q2",
    points=2,
    title=Text(
        ko="스트라이드가 커널보다 크면 마지막 도장 뒤의 빈칸도 셉니다.",
        en="Where the stride exceeds the kernel, the empty cells after the last stamp count, too.",
    ),
    easy="case",
)
def test_stride_exceeds_kernel(student: Student) -> None:
    student.assert_matches(TRANSPOSED_CONV_OUTPUT_SIZE_WIDE, cases.transposed_sizes_wide)


@check(
    "q2",
    points=2,
    title=Text(
        ko="`same`이면 출력 크기는 크기 × 스트라이드입니다.", en="With `same` the output size is size × stride."
    ),
    easy="case",
)
def test_same(student: Student) -> None:
    student.assert_matches(TRANSPOSED_CONV_OUTPUT_SIZE_SAME, cases.transposed_sizes_same)


@check(
    "q2",
    points=1,
    title=Text(
        ko="쉬운 경우의 크기를 정수로 맞게 돌려줍니다.", en="In easy cases the right size comes back, as an integer."
    ),
    easy="form",
)
def test_integer(student: Student) -> None:
    student.assert_matches(TRANSPOSED_CONV_OUTPUT_SIZE_TYPE, cases.transposed_sizes_easy)
