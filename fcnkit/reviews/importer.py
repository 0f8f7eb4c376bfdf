"""Imports marks from a review sheet into the gradebook: all of them or, with a sentence for each error, none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fcnkit.errors import some_of
from fcnkit.gradebook import Gradebook
from fcnkit.grading.results import Answer, Review, SubmissionResult
from fcnkit.reports.number_format import plain
from fcnkit.reviews.corrections import ReviewError, answer_to, check
from fcnkit.reviews.review_sheet import Row
from fcnkit.text import AT, Text

MAX_COMPLAINTS = 20
TWO_MARKS = Text(
    ko="{place}: 같은 답안에 {other}의 점수와 다른 점수가 있습니다. 한 줄만 남기세요.",
    en="{place}: not the marks that {other} gives this answer; keep one row",
)
MIXED_UP = Text(
    ko="{student} 학생의 {question} 줄에 {other} 학생의 {other_question} 답안 번호(answer_id)가 있습니다. 정렬하거나 "
    "옮길 때는 줄 전체를 함께 옮기세요.",
    en="{student}, {question} stands beside the answer_id of {other}, {other_question}; sort and move whole rows only",
)
NO_STUDENT = Text(
    ko="이 성적부에는 {student!r} 학생이 없습니다. 이름을 바로잡거나, 이 채점표가 나온 --out 폴더를 지정하세요.",
    en="no student {student!r} in this gradebook; correct the name, or give the --out of this sheet",
)
CHANGED_SINCE = Text(
    ko="{student} 학생의 {question} 답안이 그 뒤에 바뀌었거나, 이 줄의 answer_id {id!r:이} 바뀌었습니다. 새 채점표에서 "
    "이 줄을 가져와 답안을 다시 읽어 주세요.",
    en="the answer of {student} to {question} has changed since, or the row's answer_id {id!r}; take the row from a "
    "new sheet and read the answer again",
)
FOR_AN_EARLIER_ONE = Text(
    ko="{student} 학생의 {question} 답안이 바뀌기 전에 이미 반영한 점수입니다. 새 답안을 읽고도 그대로 주려면 이 줄의 "
    "answer_id에 {id:을} 쓰고, 아니면 줄을 지우세요.",
    en="these marks were taken in for an earlier answer of {student} to {question}; to give them to the new one, too, "
    "write its answer_id {id} into the row, or else remove the row",
)
NO_POINTS = Text(
    ko="의견만 있고 점수가 없습니다. 0~{most} 사이의 점수를 쓰거나 의견을 지우세요.",
    en="a comment without points; write 0 to {most}, or empty the comment",
)
NO_NUMBER = Text(
    ko="점수 {points!r:은} 숫자가 아닙니다. 0~{most} 사이의 점수를 쓰세요.",
    en="points {points!r} are not a number; write 0 to {most}",
)


def import_marks(
    gradebook: Gradebook, assignment: str, rows: Iterable[Row], results: Sequence[SubmissionResult], by: str = ""
) -> set[str]:
    """Write the rows' marks down, and return whose are new. `results` are the newest of each student.

    `by` gives the marks of rows that name nobody. Raises ReviewError, and writes nothing, where a row names no student
    or question, gives no points or too many, corrects without a reason, or is about an answer that has changed since.
    """
    known = {answer.id: answer for result in results for answer in result.answers}
    complaints: list[Text] = []
    marks: dict[str, tuple[Row, Answer, Review]] = {}
    for row in rows:
        try:
            answer = _answer(row, known.get(row.answer_id), results)
            review = Review(points=_points(row, answer), comment=row.comment, by=row.by or by)
            check(answer, review)
            if not row.answer_id:
                _refuse_earlier(gradebook, assignment, answer, review)
        except ReviewError as error:
            complaints.append(AT.format(place=row.place, what=error.text))
            continue
        earlier, _, other = marks.setdefault(answer.id, (row, answer, review))
        if not _same_marks(other, review):
            complaints.append(TWO_MARKS.format(place=row.place, other=earlier.place))
    if complaints:
        raise ReviewError(some_of(complaints, MAX_COMPLAINTS))
    new = [(answer, review) for _, answer, review in marks.values() if not _same_marks(answer.review, review)]
    gradebook.given_marks.append(assignment, new)
    return {answer.student for answer, _ in new}


def is_imported(
    gradebook: Gradebook, assignment: str, rows: Iterable[Row], results: Iterable[SubmissionResult]
) -> bool:
    """Whether the gradebook has, or once had, all that was entered in these rows.

    `results` are the newest of each student: what counts now may have been given under another name of theirs.
    """
    now = {answer.id: answer.review for result in results for answer in result.answers if answer.review is not None}
    return all(
        any(_number(row.points) == review.points and row.comment == review.comment for review in reviews)
        for row in rows
        for reviews in [[*_given(gradebook, assignment, row), *filter(None, [now.get(row.answer_id)])]]
    )


def _given(gradebook: Gradebook, assignment: str, row: Row) -> list[Review]:
    if row.answer_id:
        return gradebook.given_marks.of_answer(assignment, row.answer_id)
    given = gradebook.given_marks.of_student(assignment, {row.student})
    return [each.review for each in given if each.question == row.question and each.review is not None]


def _same_marks(one: Review | None, other: Review) -> bool:
    return one is not None and (one.points, one.comment) == (other.points, other.comment)


def _answer(row: Row, known: Answer | None, results: Sequence[SubmissionResult]) -> Answer:
    """The answer that a row is about; `known` has its id. Raises ReviewError."""
    if known is not None:
        if not _same_name(row.student, known.student) or row.question != known.question.id:
            theirs = {"other": known.student, "other_question": known.question.id}
            raise ReviewError(MIXED_UP, student=row.student, question=row.question, **theirs)
        return known
    of = [result for result in results if _same_name(row.student, result.student)]
    if not row.answer_id and not of and row.student:
        of = [result for result in results if _same_name(row.student, result.id)]
    if len(of) != 1:
        raise ReviewError(NO_STUDENT, student=row.student)
    answer = answer_to(of[0], row.question)
    if row.answer_id or answer.question.by_hand is not None:
        raise ReviewError(CHANGED_SINCE, student=row.student, question=row.question, id=row.answer_id)
    return answer


def _refuse_earlier(gradebook: Gradebook, assignment: str, answer: Answer, review: Review) -> None:
    """A sheet that is given again must not correct another answer than it did. Raises ReviewError."""
    given = gradebook.given_marks.of_student(assignment, {answer.student})
    same = [each for each in given if each.question == answer.question.id and _same_marks(each.review, review)]
    if same and not any(each.answer == answer.id for each in same):
        said = {"student": answer.student, "question": answer.question.id, "id": answer.id}
        raise ReviewError(FOR_AN_EARLIER_ONE, **said)


def _points(row: Row, answer: Answer) -> float:
    """Raises ReviewError."""
    most = plain(answer.question.max_score)
    if not row.points:
        raise ReviewError(NO_POINTS, most=most)
    points = _number(row.points)
    if points is None:
        raise ReviewError(NO_NUMBER, points=row.points, most=most)
    return points


def _number(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None


def _same_name(cell: str, student: str) -> bool:
    """Spreadsheets take the zeros off a student number, and on Korean Windows save é as a question mark."""
    as_saved = student.encode("cp949", "replace").decode("cp949")
    return cell in (student, as_saved) or (
        cell.isdecimal() and student.isdecimal() and cell.lstrip("0") == student.lstrip("0")
    )
