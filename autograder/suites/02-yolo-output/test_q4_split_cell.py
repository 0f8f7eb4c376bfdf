"""Question 4: the numbers of one cell, box by box."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import SPLIT_BOXES, SPLIT_CLASSES, SPLIT_COUNT, SPLIT_OBJECTNESS, SPLIT_ONE_BOX


@check(
    "q4",
    points=4,
    title=Text(
        ko="상자가 하나일 때: 상자, 객체성 점수, 클래스 점수의 순서입니다.",
        en="With one box: first the box, then the objectness, then the class scores.",
    ),
)
def test_one_box(student: Student) -> None:
    student.assert_matches(SPLIT_ONE_BOX, cases.cells_with_one_box)


@check(
    "q4",
    points=3,
    title=Text(
        ko="상자마다 `tx, ty, tw, th`를 제자리에서 꺼냅니다.",
        en="Each box has its own `tx, ty, tw, th`.",
    ),
)
def test_boxes(student: Student) -> None:
    student.assert_matches(SPLIT_BOXES, cases.cells)


@check(
    "q4",
    points=3,
    title=Text(
        ko="상자마다 객체성 점수를 가공하지 않고 꺼냅니다.",
        en="Each box has its own objectness, as it stands.",
    ),
)
def test_objectness(student: Student) -> None:
    student.assert_matches(SPLIT_OBJECTNESS, cases.cells)


@check(
    "q4",
    points=3,
    title=Text(
        ko="상자마다 클래스 점수를 가공하지 않고 꺼냅니다.",
        en="Each box has its own class scores, as they stand.",
    ),
)
def test_classes(student: Student) -> None:
    student.assert_matches(SPLIT_CLASSES, cases.cells)


@check(
    "q4",
    points=1,
    title=Text(
        ko="받은 배열을 바꾸지 않습니다.",
        en="The array that is given stays as it is.",
    ),
    easy="form",
)
def test_keeps_arguments(student: Student) -> None:
    student.assert_arguments_unchanged(SPLIT_COUNT, cases.cells_called_again)


@check(
    "q4",
    points=1,
    title=Text(
        ko="같은 입력에는 늘 같은 답을 냅니다.",
        en="Equal calls give equal results.",
    ),
    easy="form",
)
def test_repeats(student: Student) -> None:
    student.assert_deterministic(SPLIT_COUNT, cases.cells_called_again)
