"""One student whose work has two questions: code, and a text that a person grades."""

from __future__ import annotations

from fcnkit.gradebook import Gradebook, Key
from fcnkit.grading.results import (
    CheckResult,
    ManualGrading,
    NamedMisconception,
    Outcome,
    QuestionResult,
    Status,
    SubmissionResult,
    totals,
)
from fcnkit.text import Text

SAID = Text(ko="글", en="text")
BELIEF = NamedMisconception(id="flipped", name=SAID, text=SAID)


def result(score: float = 4, status: Status = Status.GRADED, essay: str = "f", code: str = "") -> SubmissionResult:
    check = CheckResult(name="test", question="q1", title=SAID, points=10, outcome=Outcome.FAILED)
    code = QuestionResult(
        id="q1",
        title=SAID,
        outcome=Outcome.FAILED,
        score=score,
        max_score=10,
        checks=(check,),
        misconceptions=(BELIEF,),
        code=code,
    )
    text = QuestionResult(
        id="q2", title=SAID, outcome=Outcome.UNREVIEWED, score=None, max_score=5, checks=(),
        by_hand=ManualGrading(answer="…", fingerprint=essay),
    )  # fmt: skip
    questions = (code, text) if status is Status.GRADED else ()
    earned, most = totals(questions)
    return SubmissionResult(
        assignment="01", student="kim", identity="kim", submission="kim.ipynb", lang="en", status=status, score=earned,
        max_score=most, questions=questions,
    )  # fmt: skip


def hand_in(
    book: Gradebook, attempt: str, suite: str = "s", score: float = 4, essay: str = "f", code: str = ""
) -> SubmissionResult:
    return book.append(Key("kim", attempt + suite, suite, "e", "cpu", attempt), result(score, essay=essay, code=code))
