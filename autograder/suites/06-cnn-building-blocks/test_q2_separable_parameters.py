"""Question 2: the parameters of a depthwise separable convolution."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import SEPARABLE, SEPARABLE_TYPE, SEPARABLE_WITHOUT_BIAS


@check("q2", points=4, title=Text(ko="편향이 있을 때의 파라미터 수입니다.", en="The parameters, with biases."))
def test_with_bias(student: Student) -> None:
    student.assert_matches(SEPARABLE, cases.separable_with_bias)


@check("q2", points=4, title=Text(ko="편향이 없을 때의 파라미터 수입니다.", en="The parameters, without biases."))
def test_without_bias(student: Student) -> None:
    student.assert_matches(SEPARABLE_WITHOUT_BIAS, cases.separable_without_bias)


@check(
    "q2",
    points=3,
    title=Text(
        ko="입력과 출력의 채널 수가 같을 때도 맞습니다.",
        en="It is right where there are as many channels out as in, too.",
    ),
)
def test_alike(student: Student) -> None:
    student.assert_matches(SEPARABLE, cases.separable_alike)


@check("q2", points=1, title=Text(ko="정수를 돌려줍니다.", en="Returns an integer."), easy="form")
def test_integer(student: Student) -> None:
    student.assert_matches(SEPARABLE_TYPE, cases.separable_any)
