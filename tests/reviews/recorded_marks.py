"""Marks that a person gives, written down as the review page and sheets do."""

from __future__ import annotations

from fcnkit.gradebook import Gradebook
from fcnkit.grading.results import Review, SubmissionResult
from fcnkit.reviews.corrections import answer_to, check


def record(
    gradebook: Gradebook, assignment: str, student: str, question: str, points: float | None, reason: str, by: str
) -> SubmissionResult:
    """Give marks to the answer that counts now, and return the result that counts with them.

    `student` is the label; `points` None takes earlier marks back. Raises ReviewError as page and sheets do.
    """
    answer = answer_to(_counting(gradebook, assignment, student), question)
    if points is None:
        gradebook.given_marks.take_back(assignment, answer, reason, by)
    else:
        review = Review(points=points, comment=reason, by=by)
        check(answer, review)
        gradebook.given_marks.append(assignment, [(answer, review)])
    return _counting(gradebook, assignment, student)


def _counting(gradebook: Gradebook, assignment: str, student: str) -> SubmissionResult:
    return next(each for each in gradebook.latest(assignment) if each.student == student)
