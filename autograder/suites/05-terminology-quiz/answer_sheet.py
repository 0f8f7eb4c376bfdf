"""What students fill in: one dict of answers, right or wrong as the notebook's own draw of the quiz has it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from fcnkit.quiz.draw_quiz import draw
from fcnkit.quiz.questions import Quiz
from fcnkit.quiz.quiz_key import Comparison, right_answers
from fcnkit.quiz.quiz_misconceptions import VARIABLE, misconceptions, what_was_chosen
from fcnkit.quiz.render import asked
from fcnkit.quiz.told_afterwards import AnswerKey
from fcnkit.quiz.variants import read_variants
from fcnkit.suite import CheckFailed, Student, Text, Variable, check
from fcnkit.terminology import read

HERE = Path(__file__).resolve().parent
TERMINOLOGY = read(HERE.parents[2] / "terminology.md")
HANDED_OUT = draw(TERMINOLOGY)
VARIANTS = read_variants(HERE / "variants.json", TERMINOLOGY)
COMPARE = Comparison(TERMINOLOGY)


REMINDED = Text(ko="{said} (문제: {asked})", en="{said} (The question: {asked})")
"""The page stands beside no notebook. It has no right answers, which whoever hands in later would read there."""


def _quiz(variant: str | None) -> Quiz:
    return VARIANTS.get(variant or "", HANDED_OUT)


@cache
def asked_in(variant: str | None) -> dict[str, Text]:
    """What each question of a variant shows."""
    return asked(_quiz(variant), TERMINOLOGY)


@cache
def answer_sheet(variant: str | None) -> Variable:
    """The answers of a variant; without one, those of the notebook in `assignments/`.

    A variant that was not handed out is refused before anything is graded.
    """
    quiz = _quiz(variant)
    beliefs = {each.id: each.answers[VARIABLE] for each in misconceptions(quiz, TERMINOLOGY) if each.answers}
    return Variable(VARIABLE, right_answers(quiz, TERMINOLOGY), COMPARE, beliefs, COMPARE.believed)


@cache
def answer_key(variant: str | None) -> AnswerKey:
    """What a page may tell of a variant after the deadline."""
    return AnswerKey(_quiz(variant), TERMINOLOGY)


def _tell_afterwards(student: Student, key: str) -> None:
    try:
        answers = student.value(VARIABLE)
    except CheckFailed:
        answers = None  # nothing was answered
    student.tell_afterwards(answer_key(student.variant).text(key, answers))


def _chosen(student: Student, key: str) -> Text | None:
    given = student.value(VARIABLE)
    answer = given.get(key) if type(given) is dict else None
    return what_was_chosen(_quiz(student.variant), TERMINOLOGY, key, answer)


def asks(key: str, points: float) -> Callable[[Student], None]:
    """The hidden check of one answer; `1.2` belongs to question q1."""

    @check(f"q{key.partition('.')[0]}", points=points, title=Text(ko=f"문제 {key}", en=f"Question {key}"))
    def test(student: Student) -> None:
        _tell_afterwards(student, key)
        try:
            student.assert_entry(answer_sheet(student.variant), key)
        except CheckFailed as failed:
            chosen = _chosen(student, key) if failed.is_answered else None
            said = chosen or failed.message
            failed.message = REMINDED.format(said=said, asked=asked_in(student.variant)[key])
            raise

    return test
