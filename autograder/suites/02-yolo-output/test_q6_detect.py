"""Question 6: all boxes of a prediction that are worth drawing."""

from fcnkit.suite import Student, Text, check

from . import cases_detect as cases
from .functions import DETECT, DETECT_BOXES, DETECT_COUNT, DETECT_LABELS, DETECT_SCORES, DETECT_TYPE


@check(
    "q6",
    points=7,
    title=Text(
        ko="찾은 상자가 이미지의 제자리에 놓입니다.",
        en="What is found lies where it should in the image.",
    ),
)
def test_boxes(student: Student) -> None:
    student.assert_matches(DETECT_BOXES, cases.detect_boxes)


@check(
    "q6",
    points=5,
    title=Text(
        ko="객체성 점수에 시그모이드를 적용한 점수가 기준보다 클 때만, 그리고 겹치더라도 모두 남깁니다.",
        en="Boxes are kept if and only if their score, the sigmoid of the objectness, exceeds the threshold.",
    ),
)
def test_thresholds(student: Student) -> None:
    student.assert_matches(DETECT_COUNT, cases.detect_thresholds)


@check(
    "q6",
    points=4,
    title=Text(
        ko="레이블은 점수가 가장 큰 클래스의 번호입니다.",
        en="The label is the index of the largest class score.",
    ),
)
def test_labels(student: Student) -> None:
    student.assert_matches(DETECT_LABELS, cases.detect_labels)


@check(
    "q6",
    points=2,
    title=Text(
        ko="점수는 객체성 점수의 시그모이드이고, 아무것도 더 곱하지 않습니다.",
        en="The score is the sigmoid of the objectness; nothing is multiplied in.",
    ),
)
def test_scores(student: Student) -> None:
    student.assert_matches(DETECT_SCORES, cases.detect_scores)


@check(
    "q6",
    points=3,
    title=Text(
        ko="점수가 높은 순으로, 레이블과 점수와 상자가 짝을 이룹니다.",
        en="Best first, each with its own label, score and box.",
    ),
)
def test_ranked(student: Student) -> None:
    student.assert_matches(DETECT, cases.detect_ranked)


@check(
    "q6",
    points=2,
    title=Text(
        ko="튜플을 리스트에 담아 돌려주고, 찾은 것이 없으면 빈 리스트입니다.",
        en="A list of tuples comes back, an empty one if nothing is found.",
    ),
    easy="form",
)
def test_types(student: Student) -> None:
    student.assert_matches(DETECT_TYPE, cases.detect_none_and_one)


@check(
    "q6",
    points=1,
    title=Text(
        ko="받은 배열을 바꾸지 않습니다.",
        en="The array that is given stays as it is.",
    ),
    easy="form",
)
def test_keeps_arguments(student: Student) -> None:
    student.assert_arguments_unchanged(DETECT_COUNT, cases.detect_called_again)


@check(
    "q6",
    points=1,
    title=Text(
        ko="같은 입력에는 늘 같은 답을 냅니다.",
        en="Equal calls give equal results.",
    ),
    easy="form",
)
def test_repeats(student: Student) -> None:
    student.assert_deterministic(DETECT_COUNT, cases.detect_called_again)
