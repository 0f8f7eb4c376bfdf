"""What a prediction of assignment 04 is told is true of it, and how a name is typed costs no marks."""

from __future__ import annotations

import unicodedata
from typing import Any

import numpy as np
import pytest
from hidden_suite import suite_of

SUITE = suite_of("04")
JUDGE = SUITE.modules["judge"]
RAISED = (
    "TypeError",
    "Type Error",
    "typeerror",
    "TYPE_ERROR",
    " TypeError() ",
    "builtins.TypeError",
    'TypeError: can only concatenate tuple (not "list") to tuple',
    "type error: …",
    "TypeError 발생",
    "TypeError 오류",
    "TypeError가 발생",
    "TypeError 오류가 발생합니다",
    "TypeError 에러 남",
    "raises TypeError",
    "It raises a TypeError.",
    "TypeError exception",
    "타입에러(TypeError)",
    "타입 에러 (Type Error)",
    "TypeError(타입 에러)",
    "ＴｙｐｅＥｒｒｏｒ",  # as an input method types it
)


@pytest.mark.parametrize("answer", RAISED)
def test_the_name_of_an_error_counts_however_it_is_typed(answer: str) -> None:
    assert JUDGE.predicted(answer, "TypeError") is None
    assert JUDGE.predicted(answer, "ValueError") == JUDGE.NO_ERROR.format(name="TypeError")
    assert JUDGE.predicted(answer, 3) == JUDGE.NO_ERROR.format(name="TypeError")


@pytest.mark.parametrize(
    "answer",
    [
        "Type", "error", "TypError", "TypeError or ValueError", "no error", "3", "MyTypeError",
        "no TypeError", "raises no TypeError", "TypeError 아님", "TypeError 발생 안 함", "TypeError가 안 남",
        "타입에러(없음)", "오류 없음(TypeError)", "값(TypeError)",
    ],
)  # fmt: skip
def test_what_is_no_name_of_an_error_is_not_said_to_be_one(answer: str) -> None:
    assert JUDGE.predicted(answer, "TypeError") == JUDGE.NOT_A_NAME


@pytest.mark.parametrize(
    ("answer", "expected", "said"),
    [
        ("4", 3, "따옴표 안에 쓴 답을 수로 읽었지만, 값이 다릅니다"),
        (4, 3, "종류는 맞지만 값이 다릅니다"),
        ("7", (7,), "읽을 수 없습니다"),
        (3.0, (3,), "`float` 값이 아닙니다"),
        (3.5, 3, "`float` 값이 아닙니다"),
        (True, 1, "`bool` 값이 아닙니다"),
        (np.array([[203, 203]]), np.array([203, 203]), "모양이 다릅니다"),
        (np.array([203.5, 203.0]), np.array([203, 203]), "값이 다릅니다"),
        ([200, 200, 3], (200, 200, 3), "`list` 값이 아닙니다"),
        ((200, 3), (200, 200, 3), "종류(`tuple`)는 맞지만 길이"),
        ((200, 200), "TypeError", "`tuple` 값이 아닙니다"),
    ],
)
def test_what_is_said_of_a_wrong_prediction_is_true_of_it(answer: Any, expected: Any, said: str) -> None:
    problem = JUDGE.predicted(answer, expected)
    assert problem is not None
    assert said in problem.ko


@pytest.mark.parametrize(
    ("answer", "expected", "kind"),
    [
        (3.0, 3, "float"),
        (np.float64(4), 4, "float"),
        ("3", 3, "str"),
        ("3,547,200,000", 3_547_200_000, "str"),
        (np.array([203.0, 203.0]), np.array([203, 203]), "float64"),
        (np.array([203, 203], np.float16), np.array([203, 203]), "float16"),
    ],
)
def test_a_right_number_of_another_type_is_right_and_told_so(answer: Any, expected: Any, kind: str) -> None:
    assert JUDGE.predicted(answer, expected) is None
    assert JUDGE.other_kind(answer, expected) == JUDGE.OTHER_KIND.format(kind=kind)
    assert JUDGE.other_kind(expected, expected) is None


@pytest.mark.parametrize("answer", ["3,54", "3.5", "1e3", "9" * 200, "٣", "-3", "3 or 4", float("nan"), float("inf")])
def test_what_is_no_number_or_another_one_is_wrong(answer: Any) -> None:
    assert JUDGE.predicted(answer, 3) is not None


def test_another_word_for_an_axis_is_right_and_told_the_listed_one_and_a_batch_is_not_the_data_set() -> None:
    names = ["batch", "행", "너비(width)", "RGB"]
    expected = SUITE.modules["spec"].AXIS_MEANINGS
    assert [JUDGE.axes(place)(names, expected) for place in range(4)] == [JUDGE.BATCH_AXIS, None, None, None]
    said = [JUDGE.listed(place)(names, expected) for place in range(1, 4)]
    assert said == [
        JUDGE.LISTED_WORD.format(ko="높이", en="height"),
        None,
        JUDGE.LISTED_WORD.format(ko="채널", en="channel"),
    ]


def test_an_unknown_name_of_one_axis_costs_that_axis_alone() -> None:
    names = ["사진", "height(width)", "columns", "RGB"]
    expected = SUITE.modules["spec"].AXIS_MEANINGS
    problems = [JUDGE.axes(place)(names, expected) for place in range(4)]
    assert problems == [None, JUDGE.UNKNOWN_NAME, None, None]


def test_the_text_s_own_words_for_the_axes_of_a_shape_are_right() -> None:
    names = ["이미지 수", "높이", "너비", "채널 수"]
    expected = SUITE.modules["spec"].AXIS_MEANINGS
    assert [JUDGE.axes(place)(names, expected) for place in range(4)] == [None] * 4
    assert JUDGE.axes(0)(["num_images", *names[1:]], expected) is None
    assert JUDGE.axes(0)(names[::-1], expected) == JUDGE.WRONG_AXIS


@pytest.mark.parametrize("form", ["NFD", "full width"])
def test_an_axis_may_be_named_in_any_form_of_unicode(form: str) -> None:
    words = ["이미지", "height", "너비", "channel"]
    wide = [
        word.translate({ord(letter): ord(letter) + 0xFEE0 for letter in word if letter.isascii()}) for word in words
    ]
    names = wide if form == "full width" else [unicodedata.normalize("NFD", word) for word in words]
    assert names != words
    expected = SUITE.modules["spec"].AXIS_MEANINGS
    assert [JUDGE.axes(place)(names, expected) for place in range(4)] == [None] * 4


def test_every_prediction_has_points_of_its_own() -> None:
    checks = [check for check in SUITE.checks if check.question == "q5"]
    assert [len(check.agreements) for check in checks] == [1] * len(SUITE.modules["spec"].PREDICTIONS)
    assert {check.agreements[0][1].args[0] for check in checks} == set(SUITE.modules["spec"].PREDICTIONS)
