"""Answer sheets graded the whole way: a wrong answer costs its own marks alone, a right one none in any spelling."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from filled_in import ASSIGNMENT, lost, sheet
from graders import Graders

from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Examination, Job
from fcnkit.quiz import render
from fcnkit.quiz.answer_styles import STYLES, written
from fcnkit.quiz.draw_quiz import draw
from fcnkit.quiz.questions import letter
from fcnkit.quiz.quiz_key import Comparison, right_answers
from fcnkit.quiz.quiz_misconceptions import misconceptions, what_was_chosen
from fcnkit.terminology import read

pytestmark = pytest.mark.xdist_group("quiz")  # one engine

TERMINOLOGY = read(ASSIGNMENT.course.terminology)
QUIZ = draw(TERMINOLOGY)
RIGHT = right_answers(QUIZ, TERMINOLOGY)
NAME, *_, TERM = [writing.key for writing in QUIZ.writings]
"""A key under which a name in full is asked for, and one under which a term is."""
SHORT = TERMINOLOGY[QUIZ.writings[0].term].label
OTHER = {key: "a" if RIGHT[key] != "a" else "b" for key in RIGHT}
"""A letter that is not right."""
SWAPPED = {"3.1": RIGHT["3.2"], "3.2": RIGHT["3.1"]}

WRONG: dict[str, dict[str, Any]] = {
    "another letter": {"1.1": OTHER["1.1"]},
    "two letters": {"1.2": f"{RIGHT['1.2']}{OTHER['1.2']}"},
    "a letter that is no option": {"1.3": "e"},
    "a place instead of a letter": {"1.4": 1},
    "words instead of a letter": {"1.5": "the first one"},
    "nothing": {"1.6": ...},
    "None": {"1.7": None},
    "the letter in a list": {"1.8": [RIGHT["1.8"]]},
    "the abbreviation alone": {NAME: SHORT},
    "another name": {NAME: "generative adversarial network"},
    "an empty text": {NAME: "  "},
    "two terms": {TERM: f"{RIGHT[TERM]} (softmax)"},
    "a term and its opposite": {TERM: f"not {RIGHT[TERM]}"},
    "every spelling of everything": {TERM: " ".join(term.label for term in TERMINOLOGY)},
    "a novel": {TERM: RIGHT[TERM] * 10_000},
    "bytes": {TERM: RIGHT[TERM].encode()},
    "a number": {TERM: 3.0},
    "one letter for all that match": {key: "a" for key in RIGHT if key.startswith("3.") and RIGHT[key] != "a"},
    "two matches swapped": SWAPPED,
    "a match in capitals that is wrong": {"3.6": OTHER["3.6"].upper()},
}
MIXED_UP = [each for each in misconceptions(QUIZ, TERMINOLOGY) if each.answers]

Examine = Callable[[str], Examination]


@pytest.fixture(scope="module")
def examine(graders: Graders) -> Examine:
    return lambda source: graders("05").examine(Job(cells=[Cell(number=1, source=source)]))


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_answer_costs_its_own_marks_and_no_other(what: str, examine: Examine) -> None:
    changes = WRONG[what]
    examination = examine(sheet({**RIGHT, **changes}).replace("Ellipsis", "..."))
    assert lost(examination) == set(changes)
    for question in examination.questions:
        wrong = sum(key.startswith(question.id.removeprefix("q")) for key in changes)
        assert question.score == question.max_score - 5 * wrong


def test_every_check_has_what_pages_may_tell_after_the_deadline(examine: Examine) -> None:
    for source in (sheet(RIGHT), sheet({**RIGHT, "1.1": OTHER["1.1"]}), "answers = 3", "pass"):
        checks = [check for question in examine(source).questions for check in question.checks]
        assert len(checks) == 20
        assert all(check.afterwards is not None and "\n" in check.afterwards.en for check in checks)


def test_a_part_with_one_answer_missing_is_not_shown_as_left_out(examine: Examine) -> None:
    whole = [key for key in RIGHT if key.startswith("3.")]
    for missing, outcome in (("3.1",), "failed"), (whole, "unattempted"):
        kept = {key: answer for key, answer in RIGHT.items() if key not in missing}
        (*_, part) = examine(sheet(kept)).questions
        assert (part.outcome, part.score) == (outcome, 30 - 5 * len(missing))


def test_a_deleted_key_costs_its_own_marks(examine: Examine) -> None:
    assert lost(examine(sheet(RIGHT) + "del answers['1.3']\n")) == {"1.3"}


@pytest.mark.parametrize(
    "source",
    ["answers = list('abc')", "answers = 'abc'", "answers = None", "del answers", "raise SystemExit", "x = (", ""],
)
def test_without_a_dict_of_answers_nothing_is_right_and_nothing_breaks(source: str, examine: Examine) -> None:
    assert lost(examine(source)) == set(RIGHT)


@pytest.mark.parametrize("style", [style for style in STYLES if style != "blank"])
def test_right_answers_get_full_marks_in_every_style(style: str, examine: Examine) -> None:
    assert lost(examine(f"answers = {written(QUIZ, TERMINOLOGY, style)}")) == set()


@pytest.mark.parametrize("style", [style for style in STYLES if style != "blank"])
def test_every_style_is_right_for_every_term_that_a_draw_may_ask(style: str) -> None:
    write, same = STYLES[style], Comparison(TERMINOLOGY)
    assert write is not None
    for term in TERMINOLOGY:
        assert same(write(term, False), term.label) is None
        assert not term.is_abbreviation or same(write(term, True), term.name.en) is None


@pytest.mark.parametrize(
    "form",
    [
        " {} ",
        "({})",
        "{}.",
        "{})",
        "'{}'",
        "[{}]",
        "{}번",
        "({})번",
        "{}입니다",
        "답: {}",
        "정답은 {}",
        "보기 {}",
        "선택지 {}번",
        "option {}",
        "Choice ({})",
        "the answer is {}",
    ],
)
def test_a_letter_is_right_however_it_is_written(form: str, examine: Examine) -> None:
    letters = {key: form.format(answer.upper()) for key, answer in RIGHT.items() if len(answer) == 1}
    assert lost(examine(sheet({**RIGHT, **letters}))) == set()


def test_full_width_letters_are_right(examine: Examine) -> None:
    wide = {key: chr(ord(answer) + 0xFEE0) for key, answer in RIGHT.items() if len(answer) == 1}
    assert lost(examine(sheet({**RIGHT, **wide}))) == set()


def test_additional_keys_and_another_order_do_not_matter(examine: Examine) -> None:
    turned = dict(reversed(RIGHT.items()))
    assert lost(examine(sheet({"0.0": "?", **turned}))) == set()


def test_a_mistake_is_named_and_the_page_says_nothing_of_the_right_answer(examine: Examine) -> None:
    wrong = next(each for each in MIXED_UP if NAME in each.answers["answers"])
    examination = examine(sheet({**RIGHT, NAME: wrong.answers["answers"][NAME].lower()}))
    (question,) = [question for question in examination.questions if question.id == "q2"]
    assert [each.id for each in question.misconceptions] == [wrong.id]
    (failed,) = [check for check in question.checks if check.outcome == "failed"]
    assert failed.message is not None
    assert RIGHT[NAME].casefold() not in failed.message.en.casefold()


def test_a_wrong_choice_is_told_by_the_term_that_was_chosen(examine: Examine) -> None:
    choice = QUIZ.choices[0]
    wrong = next(place for place, option in enumerate(choice.options) if option != choice.term)
    (question, *_) = examine(sheet({**RIGHT, choice.key: f"({letter(wrong).upper()})"})).questions
    (failed,) = [check for check in question.checks if check.outcome == "failed"]
    assert failed.message is not None
    assert TERMINOLOGY[choice.options[wrong]].title.ko in failed.message.ko
    assert what_was_chosen(QUIZ, TERMINOLOGY, choice.key, RIGHT[choice.key]) is None
    assert what_was_chosen(QUIZ, TERMINOLOGY, QUIZ.matching.keys[0], "a") is None


def test_the_page_says_what_was_asked(examine: Examine) -> None:
    asked = render.asked(QUIZ, TERMINOLOGY)
    examination = examine(sheet(OTHER))
    told = {check.title.en: check.message for question in examination.questions for check in question.checks}
    for key, text in asked.items():
        message = told[f"Question {key}"]
        assert message is not None
        assert text.en in message.en
        assert text.ko in message.ko
