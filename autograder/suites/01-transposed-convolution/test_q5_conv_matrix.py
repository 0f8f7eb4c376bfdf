"""Question 5: convolution as a matrix, whose transpose upsamples."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import CONV_MATRIX


@check(
    "q5",
    points=5,
    title=Text(
        ko="행마다 창 하나: 커널의 값이 그 창의 칸에 놓입니다.",
        en="Each row is one window: the kernel's numbers stand at the cells of that window.",
    ),
)
def test_square(student: Student) -> None:
    student.assert_matches(CONV_MATRIX, cases.matrices_square)


@check(
    "q5",
    points=4,
    title=Text(
        ko="가로와 세로가 다른 입력과 커널에서도 칸을 행 순서로 폅니다.",
        en="Cells go row by row for non-square inputs and kernels, too.",
    ),
)
def test_oblong(student: Student) -> None:
    student.assert_matches(CONV_MATRIX, cases.matrices_oblong)


@check(
    "q5",
    points=3,
    title=Text(
        ko="커널이 입력만큼 크거나, 어느 한쪽이 한 줄뿐이어도 됩니다.",
        en="The kernel may be as large as the input, and either may be a single line.",
    ),
)
def test_borders(student: Student) -> None:
    student.assert_matches(CONV_MATRIX, cases.matrices_at_the_border)


@check("q5", points=2, title=Text(ko="정수 커널로도 만들 수 있습니다.", en="A kernel of integers will do, too."))
def test_integers(student: Student) -> None:
    student.assert_matches(CONV_MATRIX, cases.matrices_of_integers)


@check("q5", points=1, title=Text(ko="커널을 바꾸지 않습니다.", en="The kernel stays as it is."), easy="form")
def test_keeps_arguments(student: Student) -> None:
    student.assert_arguments_unchanged(CONV_MATRIX, cases.matrices_called_again)
