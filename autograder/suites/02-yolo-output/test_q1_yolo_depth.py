"""Question 1: how many numbers one cell predicts."""

from fcnkit.suite import Student, Text, check

from . import cases
from .functions import YOLO_DEPTH, YOLO_DEPTH_ONE_BOX, YOLO_DEPTH_TYPE


@check(
    "q1",
    points=3,
    title=Text(
        ko="상자가 하나일 때: 상자 4개, 객체성 점수 1개, 클래스마다 1개입니다.",
        en="With one box: four numbers for the box, one objectness, one for each class.",
    ),
)
def test_one_box(student: Student) -> None:
    student.assert_matches(YOLO_DEPTH_ONE_BOX, cases.depths_one_box)


@check(
    "q1",
    points=4,
    title=Text(
        ko="상자가 셋이면 그 전부가 세 벌입니다.",
        en="With three boxes all of it comes three times.",
    ),
)
def test_three_boxes(student: Student) -> None:
    student.assert_matches(YOLO_DEPTH, cases.depths_three_boxes)


@check(
    "q1",
    points=2,
    title=Text(
        ko="상자의 개수가 달라도 맞습니다.",
        en="Other numbers of boxes are right, too.",
    ),
)
def test_other_boxes(student: Student) -> None:
    student.assert_matches(YOLO_DEPTH, cases.depths_other_boxes)


@check(
    "q1",
    points=1,
    title=Text(
        ko="깊이를 정수로 돌려줍니다.",
        en="The depth comes back as an integer.",
    ),
    easy="form",
)
def test_integer(student: Student) -> None:
    student.assert_matches(YOLO_DEPTH_TYPE, cases.depths_of_numpy_integers)
