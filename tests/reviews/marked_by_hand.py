"""A graded class whose texts wait for a person, without grading."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from fcnkit.course import Course
from fcnkit.gradebook import Gradebook, Key
from fcnkit.grading.results import ManualGrading, Outcome, QuestionResult, Status, SubmissionResult

ASSIGNMENT = Course.find(Path(__file__)).assignment("04")
QUESTION = next(question for question in ASSIGNMENT.config.questions if question.rubric is not None)


def graded(out: Path, texts: Mapping[str, str], attempt: str = "") -> Path:
    """`out` with a gradebook in which each student has handed in this text."""
    out.mkdir(exist_ok=True)
    with Gradebook(out / "gradebook.sqlite") as gradebook:
        for student, text in texts.items():
            result = SubmissionResult(
                assignment=ASSIGNMENT.name,
                student=student,
                identity=f"name:{student}",
                submission=f"{student}.ipynb",
                lang="ko",
                status=Status.GRADED,
                score=0,
                max_score=0 if text else QUESTION.points,
                questions=(_question(text),),
            )
            gradebook.append(Key(result.identity, f"{student}{attempt}", "s", "e", "cpu", attempt), result)
    return out


def _question(text: str) -> QuestionResult:
    return QuestionResult(
        id=QUESTION.id,
        title=QUESTION.title,
        outcome=Outcome.UNREVIEWED if text else Outcome.UNATTEMPTED,
        score=None if text else 0,
        max_score=QUESTION.points,
        checks=(),
        by_hand=ManualGrading(answer=text, fingerprint=text[:40] or "empty"),
    )
