"""Question 6: a kernel that upsamples smoothly without having learned anything."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import BILINEAR_KERNEL, BILINEAR_KERNEL_ODD


@check(
    "q6",
    points=5,
    title=Text(
        ko="짝수 배율: 커널의 중심이 두 칸 사이에 있습니다.",
        en="Even factors: the kernel's centre lies between two cells.",
    ),
)
def test_even_factors(student: Student) -> None:
    student.assert_matches(BILINEAR_KERNEL, cases.factors_even)


@check(
    "q6",
    points=4,
    title=Text(
        ko="홀수 배율: 커널의 중심이 한 칸 위에 있습니다.", en="Odd factors: the kernel's centre lies on a cell."
    ),
)
def test_odd_factors(student: Student) -> None:
    student.assert_matches(BILINEAR_KERNEL_ODD, cases.factors_odd)


@check("q6", points=1, title=Text(ko="배율 1은 아무것도 바꾸지 않습니다.", en="Factor 1 changes nothing."), easy="case")
def test_factor_one(student: Student) -> None:
    student.assert_matches(BILINEAR_KERNEL, cases.factor_one)
