"""A question that a person grades: its text is read and kept for them, and waits for their marks."""

from __future__ import annotations

import hashlib
from typing import Any

from fcnkit.course import Question
from fcnkit.grading.examiner.failure import CheckFailed
from fcnkit.grading.examiner.formatting import format_value
from fcnkit.grading.examiner.student_fixture import Student
from fcnkit.grading.examiner.variables import answered
from fcnkit.grading.results import CheckResult, ManualGrading, Outcome, QuestionResult
from fcnkit.unicode import printable

MAX_ANSWER = 30_000
"""Characters that are kept of a text: a cell of Excel's holds 32,767."""
_CUT = "\n[… {count:,} characters in all; the rest is in the notebook. / 모두 {count:,}자. 나머지는 노트북에 있습니다.]"


def read_answer(question: Question, student: Student) -> QuestionResult:
    """The answer as it was handed in. What is empty or cannot be read has no marks, unless a person gives some."""
    text, outcome = "", Outcome.UNREVIEWED
    checks: tuple[CheckResult, ...] = ()
    try:
        text = _text(answered(student.value(question.variables[0])))
    except CheckFailed as failed:
        outcome = failed.outcome
        checks = (_why_no_text(question, failed),)
    digest = hashlib.sha256(f"{question.points:g}\n{text}".encode())
    kept = text if len(text) <= MAX_ANSWER else text[:MAX_ANSWER] + _CUT.format(count=len(text))
    return QuestionResult(
        id=question.id,
        title=question.title,
        outcome=outcome,
        score=None if outcome is Outcome.UNREVIEWED else 0,
        max_score=question.points,
        checks=checks,
        by_hand=ManualGrading(answer=kept, fingerprint=digest.hexdigest()[:12]),
    )


def _text(answer: Any) -> str:
    """The answer in printable lines; a number or a list is shown as Python writes it, for a person to judge."""
    text = answer if isinstance(answer, str) else format_value(answer, MAX_ANSWER)
    return "\n".join(printable(line.expandtabs(4)) for line in text.strip().splitlines())


def _why_no_text(question: Question, failed: CheckFailed) -> CheckResult:
    return CheckResult(
        name=question.id,
        question=question.id,
        title=question.title,
        points=question.points,
        outcome=failed.outcome,
        message=failed.message,
    )
