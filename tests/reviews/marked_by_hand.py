"""A graded class whose texts wait for a person, without grading."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from fcnkit.course import Course
from fcnkit.gradebook import Gradebook, Key
from fcnkit.grading.results import CheckResult, ManualGrading, Outcome, QuestionResult, Status, SubmissionResult
from fcnkit.text import Text

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


def graded_by_checks(out: Path, failed: Mapping[str, bool]) -> Path:
    """`out` with a gradebook in which a check of q1 failed each of these students, or did not."""
    out.mkdir(exist_ok=True)
    question = ASSIGNMENT.config.questions[0]
    with Gradebook(out / "gradebook.sqlite") as gradebook:
        for student, has_failed in failed.items():
            check = CheckResult(
                name="test_a",
                question=question.id,
                title=Text(ko="<b>모양</b>", en="<b>Shape</b>"),
                points=question.points,
                outcome=Outcome.FAILED if has_failed else Outcome.PASSED,
            )
            result = SubmissionResult(
                assignment=ASSIGNMENT.name,
                student=student,
                identity=f"name:{student}",
                submission=f"{student}.ipynb",
                lang="ko",
                status=Status.GRADED,
                score=0 if has_failed else question.points,
                max_score=question.points,
                questions=(
                    QuestionResult(
                        id=question.id,
                        title=question.title,
                        outcome=check.outcome,
                        score=0 if has_failed else question.points,
                        max_score=question.points,
                        checks=(check,),
                    ),
                ),
            )
            gradebook.append(Key(result.identity, student, "s", "e", "cpu", student), result)
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
