"""Question 2: upsampling strides that mirror the downsampling strides."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import MIRRORED_STRIDES, MIRRORED_TYPE


@check(
    "q2",
    points=6,
    title=Text(
        ko="마지막에 줄인 스트라이드가 맨 앞에 옵니다.",
        en="The stride that shrank last comes first.",
    ),
)
def test_order(student: Student) -> None:
    student.assert_matches(MIRRORED_STRIDES, cases.strides_different)


@check(
    "q2",
    points=2,
    title=Text(
        ko="모두 같거나 하나뿐일 때도 맞습니다.",
        en="It is right where all are alike, and where there is one.",
    ),
    easy="case",
)
def test_easy(student: Student) -> None:
    student.assert_matches(MIRRORED_STRIDES, cases.strides_easy)


@check(
    "q2",
    points=2,
    title=Text(
        ko="튜플을 돌려줍니다.",
        en="A tuple comes back.",
    ),
    easy="form",
)
def test_tuple(student: Student) -> None:
    student.assert_matches(MIRRORED_TYPE, cases.strides_easy)
