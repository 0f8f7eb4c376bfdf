"""Imports marks from a review sheet into the gradebook: all of them or, with a sentence for each error, none."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from fcnkit.gradebook import Gradebook
from fcnkit.grading.results import Answer, Review, SubmissionResult
from fcnkit.reports.number_format import plain
from fcnkit.reviews.review_sheet import ReviewError, Row

MAX_COMPLAINTS = 20


def import_marks(
    gradebook: Gradebook, assignment: str, rows: Iterable[Row], results: Iterable[SubmissionResult]
) -> set[str]:
    """Write the rows' marks down, and return whose are new. `results` are the newest of each student.

    Raises ReviewError, and writes nothing, where a row names nobody, gives no points or too many, or is about an
    answer that has changed since.
    """
    known = {answer.id: answer for result in results for answer in result.answers}
    complaints: list[str] = []
    marks: dict[str, tuple[Row, Review]] = {}
    for row in rows:
        try:
            answer = _answer(row, known)
            review = Review(points=_points(row, answer), comment=row.comment)
            earlier, other = marks.setdefault(answer.id, (row, review))
            if other != review:
                raise ReviewError(f"{row.place}: not the marks that {earlier.place} gives this answer; keep one row")
        except ReviewError as error:
            complaints.append(str(error))
    if complaints:
        left = len(complaints) - MAX_COMPLAINTS
        raise ReviewError("\n".join(complaints[:MAX_COMPLAINTS] + ([f"and {left} more"] if left > 0 else [])))
    new = [(known[id], review) for id, (_, review) in marks.items() if known[id].by_hand.review != review]
    gradebook.append_reviews(assignment, new)
    return {answer.student for answer, _ in new}


def is_imported(gradebook: Gradebook, assignment: str, rows: Iterable[Row]) -> bool:
    """Whether the gradebook has, or once had, all that was entered in these rows."""
    return all(
        any(_number(row.points) == review.points and row.comment == review.comment for review in reviews)
        for row in rows
        for reviews in [gradebook.reviews(assignment, row.answer_id)]
    )


def _answer(row: Row, known: Mapping[str, Answer]) -> Answer:
    """The answer that a row is about. Raises ReviewError."""
    answer = known.get(row.answer_id)
    if answer is None:
        raise ReviewError(f"{row.place}: {_why_unknown(row, known.values())}")
    if not _same_name(row.student, answer.student) or row.question != answer.question.id:
        raise ReviewError(
            f"{row.place}: {row.student}, {row.question} stands beside the answer_id of {answer.student}, "
            f"{answer.question.id}; sort and move whole rows only"
        )
    return answer


def _why_unknown(row: Row, known: Collection[Answer]) -> str:
    theirs = sorted(answer.question.id for answer in known if _same_name(row.student, answer.student))
    if not theirs:
        return f"no student {row.student!r} in this gradebook; correct the name, or give the --out of this sheet"
    if row.question not in theirs:
        return f"no answer to {row.question!r} is graded by hand; write {' or '.join(theirs)}"
    return (
        f"the answer of {row.student} to {row.question} has changed since, or the row's answer_id {row.answer_id!r}; "
        "take the row from a new sheet and read the answer again"
    )


def _points(row: Row, answer: Answer) -> float:
    """Raises ReviewError."""
    fix = f"write 0 to {plain(answer.question.max_score)}"
    if not row.points:
        raise ReviewError(f"{row.place}: a comment without points; {fix}, or empty the comment")
    points = _number(row.points)
    if points is None:
        raise ReviewError(f"{row.place}: points {row.points!r} are not a number; {fix}")
    if not 0 <= points <= answer.question.max_score:
        raise ReviewError(f"{row.place}: points {row.points} are out of range; {fix}")
    return points


def _number(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None


def _same_name(cell: str, student: str) -> bool:
    """Spreadsheets take the zeros off a student number."""
    return cell == student or (cell.isdecimal() and student.isdecimal() and int(cell) == int(student))
