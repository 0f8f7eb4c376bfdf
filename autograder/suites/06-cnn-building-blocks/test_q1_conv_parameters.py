"""Question 1: the parameters of a convolution."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import CONV, CONV_GREY, CONV_ONE_BY_ONE, CONV_TYPE, CONV_WITHOUT_BIAS


@check("q1", points=4, title=Text(ko="편향이 있을 때의 파라미터 수입니다.", en="The parameters, with biases."))
def test_with_bias(student: Student) -> None:
    student.assert_matches(CONV, cases.conv_with_bias)


@check("q1", points=3, title=Text(ko="편향이 없을 때의 파라미터 수입니다.", en="The parameters, without biases."))
def test_without_bias(student: Student) -> None:
    student.assert_matches(CONV_WITHOUT_BIAS, cases.conv_without_bias)


@check("q1", points=2, title=Text(ko="1×1 합성곱에서도 맞습니다.", en="It is right for 1×1 convolutions, too."))
def test_one_by_one(student: Student) -> None:
    student.assert_matches(CONV_ONE_BY_ONE, cases.conv_one_by_one)


@check("q1", points=2, title=Text(ko="입력 채널이 하나일 때도 맞습니다.", en="It is right for one input channel, too."))
def test_grey(student: Student) -> None:
    student.assert_matches(CONV_GREY, cases.conv_grey)


@check("q1", points=1, title=Text(ko="정수를 돌려줍니다.", en="Returns an integer."), easy="form")
def test_integer(student: Student) -> None:
    student.assert_matches(CONV_TYPE, cases.conv_any)
