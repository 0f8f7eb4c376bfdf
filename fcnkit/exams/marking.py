"""Marks what was read: the rubric with partial credit, and known mistakes by their names."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from fcnkit.exams.record import Question
from fcnkit.grading.results import (
    CheckResult,
    ManualGrading,
    NamedMisconception,
    Outcome,
    QuestionResult,
)
from fcnkit.text import Text

STEP = 0.5
"""Partial credit is given in steps of so many points, rounded down."""
_GRID = 4
"""Numbers from which on a question is a grid."""
PLACE = Text(ko="문제지 {form}의 {number}번", en="Form {form}, question {number}")
READ = Text(ko="답안지에서 읽은 답: {given}", en="Read from the sheet: {given}")
EMPTY = Text(ko="(빈칸)", en="(empty)")


@dataclass(frozen=True)
class Answered:
    """What is known of one question of a sheet."""

    given: tuple[str | None, ...]
    """What was read from each of its marks; None where a person has yet to look."""
    form: str
    note: str = ""
    """Where it stands and why a person has to look."""
    picture: str = ""
    """What they have to look at, a JPEG in base 64."""


def earned(question: Question, right: int) -> float:
    """The points for so many right marks: the share of those that the same number everywhere would not get."""
    alike = same_everywhere(question)
    whole, part = len(question.marks) - alike, max(right - alike, 0)
    return question.points * part // (whole * STEP) * STEP  # divided once: a share of its own may be rounded down


def same_everywhere(question: Question) -> int:
    """How many cells of a grid are right if all have the same number; 0 of what is no grid."""
    if len(question.marks) < _GRID or question.marks[0].kind != "number":
        return 0
    most = Counter(mark.key for mark in question.marks).most_common(1)[0][1]
    return most if most < len(question.marks) else 0


def marked(question: Question, answered: Answered) -> QuestionResult:
    """The question's result; without marks where a person has yet to look."""
    if None in answered.given:
        return _waiting(question, answered)
    given = [each or "" for each in answered.given]
    if question.is_written:  # and nothing is written
        return _result(question, answered.form, Outcome.UNATTEMPTED, 0, given, ())
    right = sum(one == mark.key for one, mark in zip(given, question.marks, strict=True))
    score = earned(question, right)
    if right == len(given):
        return _result(question, answered.form, Outcome.PASSED, score, given, ())
    outcome = Outcome.FAILED if any(given) else Outcome.UNATTEMPTED
    return _result(question, answered.form, outcome, score, given, _mistakes(question, given))


def _waiting(question: Question, answered: Answered) -> QuestionResult:
    """For the review page, which shows the picture."""
    result = _result(question, answered.form, Outcome.UNREVIEWED, None, [], ())
    said = repr((question.uid, answered.given))
    by_hand = ManualGrading(
        answer=answered.note,
        fingerprint=hashlib.sha256(said.encode()).hexdigest()[:12],
        picture=answered.picture,
    )
    return result.model_copy(update={"by_hand": by_hand})


def _result(
    question: Question,
    form: str,
    outcome: Outcome,
    score: float | None,
    given: Sequence[str],
    mistakes: Sequence[NamedMisconception],
) -> QuestionResult:
    shown = Text(**{lang: " · ".join(each or EMPTY[lang] for each in given) or "–" for lang in ("ko", "en")})
    check = CheckResult(
        name=question.item,
        question=question.id,
        title=question.title,
        points=question.points,
        outcome=outcome,
        message=READ.format(given=shown),
        misconception=mistakes[0].id if mistakes else None,
    )
    return QuestionResult(
        id=question.id,
        title=question.title,
        outcome=outcome,
        score=score,
        max_score=question.points,
        checks=(check,) if given else (),
        misconceptions=tuple(mistakes),
        place=PLACE.format(form=form, number=question.number),
    )


def _mistakes(question: Question, given: Sequence[str]) -> list[NamedMisconception]:
    """The known mistakes that lead to just this."""
    return [
        NamedMisconception(id=each.id, name=each.why, text=each.why)
        for each in question.mistakes
        if any(each.given) and all(want in ("", one) for want, one in zip(each.given, given, strict=True))
    ]
