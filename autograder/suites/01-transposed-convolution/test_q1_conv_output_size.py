"""Question 1: how many windows a convolution has."""

from fcnkit.suite import Student, Text, check

from . import cases_sizes as cases
from .functions import CONV_OUTPUT_SIZE, CONV_OUTPUT_SIZE_SAME, CONV_OUTPUT_SIZE_TYPE


@check(
    "q1",
    points=3,
    title=Text(
        ko="`valid`에서 커널이 들어가는 자리를 셉니다.",
        en="With `valid`, the places where the kernel fits are counted.",
    ),
)
def test_stride_1(student: Student) -> None:
    student.assert_matches(CONV_OUTPUT_SIZE, cases.conv_sizes_stride_1)


@check(
    "q1",
    points=4,
    title=Text(
        ko="스트라이드만큼 창을 옮기며, 온전히 들어가지 않는 창은 세지 않습니다.",
        en="The window moves by the stride, and windows that do not fit are left out.",
    ),
)
def test_strides(student: Student) -> None:
    student.assert_matches(CONV_OUTPUT_SIZE, cases.conv_sizes_strided)


@check(
    "q1",
    points=2,
    title=Text(
        ko="`same`이면 출력 크기는 크기 ÷ 스트라이드를 올림한 값입니다.",
        en="With `same` the output size is size ÷ stride, rounded up.",
    ),
)
def test_same(student: Student) -> None:
    student.assert_matches(CONV_OUTPUT_SIZE_SAME, cases.conv_sizes_same)


@check(
    "q1",
    points=1,
    title=Text(
        ko="쉬운 경우의 크기를 정수로 맞게 돌려줍니다.", en="In easy cases the right size comes back, as an integer."
    ),
    easy="form",
)
def test_integer(student: Student) -> None:
    student.assert_matches(CONV_OUTPUT_SIZE_TYPE, cases.conv_sizes_easy)
