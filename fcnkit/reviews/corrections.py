"""Marks that a person gives one answer: of a question that is graded by hand, or in place of the checks' marks."""

from __future__ import annotations

from fcnkit.errors import UserError
from fcnkit.grading.results import Answer, Review, Status, SubmissionResult
from fcnkit.reports.number_format import plain
from fcnkit.text import Text

OUT_OF_RANGE = Text(
    ko="점수 {points:이} 범위를 벗어났습니다. 0~{most} 사이의 점수를 쓰세요.",
    en="points {points} are out of range; write 0 to {most}",
)
NO_REASON = Text(
    ko="{question:은} 자동으로 채점한 문제입니다. 점수를 고치려면 이유를 함께 쓰세요.",
    en="{question} is graded by checks; give a reason for changing its marks",
)
NOT_GRADED = Text(
    ko="{student} 학생의 제출물에는 채점한 문제가 없어서 점수를 고칠 수 없습니다.",
    en="the hand-in of {student} has no graded question whose marks could be changed",
)
NO_QUESTION = Text(
    ko="{question!r} 문제가 없습니다. 다음 가운데 하나를 쓰세요: {ko}", en="no question {question!r}; write {en}"
)


class ReviewError(UserError):
    """Marks that cannot be taken in; the message says why and what to do."""


def answer_to(result: SubmissionResult, question: str) -> Answer:
    """The answer to a question. Raises ReviewError where there is none."""
    answers = {answer.question.id: answer for answer in result.answers}
    if result.status is not Status.GRADED or not answers:
        raise ReviewError(NOT_GRADED, student=result.student)
    if question not in answers:
        raise ReviewError(NO_QUESTION, question=question, ko=", ".join(answers), en=" or ".join(answers))
    return answers[question]


def check(answer: Answer, review: Review) -> None:
    """Raises ReviewError for marks that the answer cannot have, and for a correction without a reason."""
    most = answer.question.max_score
    if not 0 <= review.points <= most:
        raise ReviewError(OUT_OF_RANGE, points=plain(review.points), most=plain(most))
    if answer.question.by_hand is None and not review.comment.strip():
        raise ReviewError(NO_REASON, question=answer.question.id)
