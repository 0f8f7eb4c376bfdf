"""Question 3: stamping, with one channel."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import (
    TRANSPOSED_CONV2D,
    TRANSPOSED_CONV2D_MIXED,
    TRANSPOSED_CONV2D_ONE_CELL,
    TRANSPOSED_CONV2D_OVERLAP,
    TRANSPOSED_CONV2D_SAME,
    TRANSPOSED_CONV2D_WIDE,
)


@check(
    "q3",
    points=4,
    title=Text(
        ko="입력 한 칸은 커널에 그 값을 곱한 도장 하나를 찍습니다.",
        en="One input cell stamps the kernel once, scaled by its value.",
    ),
    easy="case",
)
def test_one_cell(student: Student) -> None:
    student.assert_matches(TRANSPOSED_CONV2D_ONE_CELL, cases.one_cell)


@check("q3", points=5, title=Text(ko="도장이 겹치는 곳은 더합니다.", en="Where stamps overlap, they are added."))
def test_overlaps(student: Student) -> None:
    student.assert_matches(TRANSPOSED_CONV2D_OVERLAP, cases.overlaps)


@check(
    "q3",
    points=4,
    title=Text(ko="스트라이드만큼 떨어뜨려 도장을 찍습니다.", en="Stamps lie one stride apart."),
)
def test_strides(student: Student) -> None:
    student.assert_matches(TRANSPOSED_CONV2D, cases.strided)


@check(
    "q3",
    points=3,
    title=Text(
        ko="스트라이드가 커널보다 크면 도장 사이와 마지막 도장 뒤는 0입니다.",
        en="Where the stride exceeds the kernel, there are zeros between the stamps and after the last.",
    ),
)
def test_stride_exceeds_kernel(student: Student) -> None:
    student.assert_matches(TRANSPOSED_CONV2D_WIDE, cases.wide_strides)


@check(
    "q3",
    points=5,
    title=Text(
        ko="`same`은 크기 × 스트라이드가 되도록 양쪽을 자르고, 남는 한 칸은 뒤에서 자릅니다.",
        en="`same` crops both sides to size × stride, the odd cell at the end.",
    ),
)
def test_same(student: Student) -> None:
    student.assert_matches(TRANSPOSED_CONV2D_SAME, cases.same)


@check(
    "q3",
    points=2,
    title=Text(
        ko="정수와 실수를 섞어 넣어도 소수 부분을 잃지 않습니다.",
        en="Integers and floats may be mixed, and no fraction is lost.",
    ),
    easy="form",
)
def test_number_types(student: Student) -> None:
    student.assert_matches(TRANSPOSED_CONV2D_MIXED, cases.number_types)


@check(
    "q3",
    points=1,
    title=Text(ko="입력과 커널을 바꾸지 않습니다.", en="The input and the kernel stay as they are."),
    easy="form",
)
def test_keeps_arguments(student: Student) -> None:
    student.assert_arguments_unchanged(TRANSPOSED_CONV2D, cases.called_again)


@check(
    "q3",
    points=1,
    title=Text(ko="같은 입력에는 늘 같은 답을 냅니다.", en="Equal calls give equal results."),
    easy="form",
)
def test_repeats(student: Student) -> None:
    student.assert_deterministic(TRANSPOSED_CONV2D, cases.called_again)
