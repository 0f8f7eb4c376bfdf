"""How much a page tells before the deadline: everything, counts only, or nothing.

Who may hand in again learns from each page which answers were wrong; of a quiz, six pages tell most of the key.
"""

from __future__ import annotations

from datetime import UTC, datetime

from fcnkit.course import AssignmentConfig
from fcnkit.grading.results import Outcome, QuestionResult, Status, SubmissionResult
from fcnkit.text import Text

COUNTED = Text(
    ko="{question}: {total}개 가운데 {right}개가 맞았습니다.", en="{question}: {right} of {total} are right."
)
COUNTS_ONLY = Text(
    ko="문제마다 몇 개가 맞았는지만 알려 드립니다.",
    en="For each question this page says how many are right, and not which.",
)
COUNTS_UNTIL = Text(
    ko="마감({due}) 전에는 문제마다 몇 개가 맞았는지만 알려 드립니다.",
    en="Until the deadline ({due}) this page says for each question how many are right, and not which.",
)
AFTER_DUE = Text(
    ko="제출물을 받아 채점했습니다. 점수와 설명은 마감({due})이 지난 뒤에 알려 드립니다.",
    en="Your work has arrived and has been graded. Marks and feedback follow after the deadline ({due}).",
)


def is_told(config: AssignmentConfig, own_due: datetime | None, now: datetime | None = None) -> bool:
    """Whether a page may tell everything by now; a student may have another deadline."""
    due = own_due or config.due
    return config.feedback == "full" or (due is not None and is_over(due, now))


def is_over(due: datetime, now: datetime | None = None) -> bool:
    """Whether a deadline has passed."""
    return (now or datetime.now(UTC)) > due.astimezone(UTC)


def told(result: SubmissionResult, config: AssignmentConfig, now: datetime | None = None) -> SubmissionResult:
    """What the student may read of a result: all of it, how much is right in each question, or no marks yet."""
    own = result.due or config.due
    if result.status is not Status.GRADED or is_told(config, own, now):
        return result
    due = "" if own is None else f"{own:%Y-%m-%d %H:%M}"
    if config.feedback == "after_due":
        note = AFTER_DUE.format(due=due)
        return result.model_copy(update={"questions": (), "notes": (note,), "score": 0, "max_score": 0})
    note = COUNTS_UNTIL.format(due=due) if due else COUNTS_ONLY
    counted = (_count(question) for question in result.questions if question.by_hand is None)
    questions = tuple(map(_without_checks, result.questions))
    return result.model_copy(update={"questions": questions, "notes": (note, *counted, *result.notes)})


def _count(question: QuestionResult) -> Text:
    right = sum(check.outcome is Outcome.PASSED for check in question.checks)
    return COUNTED.format(question=question.id, right=right, total=len(question.checks))


def _without_checks(question: QuestionResult) -> QuestionResult:
    """Its marks alone. What a person grades is told as it is: their comment is meant for the student."""
    if question.by_hand is not None:
        return question
    hidden = {"checks": (), "misconceptions": (), "relations": (), "examples": (), "unshown": None, "carried": None}
    return question.model_copy(update=hidden)
