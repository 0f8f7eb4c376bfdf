"""Question 6: how much of the input one output pixel sees."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import FIELD, FIELD_DILATIONS, FIELD_PLAIN, FIELD_STRIDES, FIELD_TYPE


@check("q6", points=2, title=Text(ko="스트라이드와 팽창률이 모두 1일 때", en="Where all strides and dilations are 1"))
def test_plain(student: Student) -> None:
    student.assert_matches(FIELD_PLAIN, cases.fields_plain)


@check("q6", points=3, title=Text(ko="스트라이드가 있을 때", en="With strides"))
def test_strides(student: Student) -> None:
    student.assert_matches(FIELD_STRIDES, cases.fields_with_strides)


@check("q6", points=2, title=Text(ko="팽창률이 있을 때", en="With dilations"))
def test_dilations(student: Student) -> None:
    student.assert_matches(FIELD_DILATIONS, cases.fields_with_dilations)


@check("q6", points=2, title=Text(ko="모두 섞여 있을 때", en="All together"))
def test_mixed(student: Student) -> None:
    student.assert_matches(FIELD, cases.fields_mixed)


@check("q6", points=1, title=Text(ko="정수를 돌려줍니다.", en="Returns an integer."), easy="form")
def test_integer(student: Student) -> None:
    student.assert_matches(FIELD_TYPE, cases.fields_any)


@check(
    "q6",
    points=1,
    title=Text(ko="받은 리스트를 바꾸지 않습니다.", en="The list that is given stays as it is."),
    easy="form",
)
def test_keeps_arguments(student: Student) -> None:
    student.assert_arguments_unchanged(FIELD_TYPE, cases.fields_with_strides)
