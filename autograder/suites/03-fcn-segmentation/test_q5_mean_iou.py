"""Question 5: how well two masks agree."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import IOU_ABSENT, MEAN_IOU


@check(
    "q5",
    points=5,
    title=Text(
        ko="모든 클래스가 있을 때의 평균 IoU입니다.",
        en="The mean IoU where every class is present.",
    ),
)
def test_usual(student: Student) -> None:
    student.assert_matches(MEAN_IOU, cases.ious_usual)


@check(
    "q5",
    points=4,
    title=Text(
        ko="크기가 아주 다른 클래스도 똑같이 한 번씩 셉니다.",
        en="Every class counts once, however many pixels it has.",
    ),
)
def test_uneven(student: Student) -> None:
    student.assert_matches(MEAN_IOU, cases.ious_uneven)


@check(
    "q5",
    points=4,
    title=Text(
        ko="어느 쪽에도 없는 클래스는 빼고 평균을 냅니다.",
        en="A class that is in neither mask is left out of the mean.",
    ),
)
def test_absent(student: Student) -> None:
    student.assert_matches(IOU_ABSENT, cases.ious_absent)


@check(
    "q5",
    points=1,
    title=Text(
        ko="완전히 같으면 1, 하나도 겹치지 않으면 0입니다.",
        en="It is 1 where both are equal and 0 where nothing overlaps.",
    ),
    easy="case",
)
def test_exact(student: Student) -> None:
    student.assert_matches(MEAN_IOU, cases.ious_exact)


@check("q5", points=1, title=Text(ko="두 마스크를 바꾸지 않습니다.", en="Both masks stay as they are."), easy="form")
def test_keeps_arguments(student: Student) -> None:
    student.assert_arguments_unchanged(MEAN_IOU, cases.ious_exact)
