"""Imports marks from a review sheet into the gradebook: all of them or, with a sentence for each error, none."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from fcnkit.errors import some_of
from fcnkit.gradebook import Gradebook
from fcnkit.grading.results import Answer, Review, SubmissionResult
from fcnkit.reports.number_format import plain
from fcnkit.reviews.corrections import ReviewError
from fcnkit.reviews.review_sheet import Row
from fcnkit.text import AT, Text

MAX_COMPLAINTS = 20
TWO_MARKS = Text(
    ko="{place}: 같은 답안에 {other}의 점수와 다른 점수가 있습니다. 한 줄만 남기세요.",
    en="{place}: not the marks that {other} gives this answer; keep one row",
)
MIXED_UP = Text(
    ko="{place}: {student} 학생의 {question} 줄에 {other} 학생의 {other_question} 답안 번호(answer_id)가 있습니다. "
    "정렬하거나 옮길 때는 줄 전체를 함께 옮기세요.",
    en="{place}: {student}, {question} stands beside the answer_id of {other}, {other_question}; sort and move whole "
    "rows only",
)
NO_STUDENT = Text(
    ko="이 성적부에는 {student!r} 학생이 없습니다. 이름을 바로잡거나, 이 채점표가 나온 --out 폴더를 지정하세요.",
    en="no student {student!r} in this gradebook; correct the name, or give the --out of this sheet",
)
NOT_BY_HAND = Text(
    ko="{question!r:은} 직접 채점하는 문제가 아닙니다. 다음 가운데 하나를 쓰세요: {ko}",
    en="no answer to {question!r} is graded by hand; write {en}",
)
CHANGED_SINCE = Text(
    ko="{student} 학생의 {question} 답안이 그 뒤에 바뀌었거나, 이 줄의 answer_id {id!r:이} 바뀌었습니다. 새 채점표에서 "
    "이 줄을 가져와 답안을 다시 읽어 주세요.",
    en="the answer of {student} to {question} has changed since, or the row's answer_id {id!r}; take the row from a "
    "new sheet and read the answer again",
)
NO_POINTS = Text(
    ko="{place}: 의견만 있고 점수가 없습니다. 0~{most} 사이의 점수를 쓰거나 의견을 지우세요.",
    en="{place}: a comment without points; write 0 to {most}, or empty the comment",
)
NO_NUMBER = Text(
    ko="{place}: 점수 {points!r:은} 숫자가 아닙니다. 0~{most} 사이의 점수를 쓰세요.",
    en="{place}: points {points!r} are not a number; write 0 to {most}",
)
OUT_OF_RANGE = Text(
    ko="{place}: 점수 {points:이} 범위를 벗어났습니다. 0~{most} 사이의 점수를 쓰세요.",
    en="{place}: points {points} are out of range; write 0 to {most}",
)


def import_marks(
    gradebook: Gradebook, assignment: str, rows: Iterable[Row], results: Iterable[SubmissionResult]
) -> set[str]:
    """Write the rows' marks down, and return whose are new. `results` are the newest of each student.

    Raises ReviewError, and writes nothing, where a row names nobody, gives no points or too many, or is about an
    answer that has changed since.
    """
    known = {answer.id: answer for result in results for answer in result.answers if answer.question.by_hand}
    complaints: list[Text] = []
    marks: dict[str, tuple[Row, Review]] = {}
    for row in rows:
        try:
            answer = _answer(row, known)
            review = Review(points=_points(row, answer), comment=row.comment)
            earlier, other = marks.setdefault(answer.id, (row, review))
            if other != review:
                raise ReviewError(TWO_MARKS, place=row.place, other=earlier.place)
        except ReviewError as error:
            complaints.append(error.text)
    if complaints:
        raise ReviewError(some_of(complaints, MAX_COMPLAINTS))
    new = [(known[id], review) for id, (_, review) in marks.items() if known[id].review != review]
    gradebook.given_marks.append(assignment, new)
    return {answer.student for answer, _ in new}


def is_imported(gradebook: Gradebook, assignment: str, rows: Iterable[Row]) -> bool:
    """Whether the gradebook has, or once had, all that was entered in these rows."""
    return all(
        any(_number(row.points) == review.points and row.comment == review.comment for review in reviews)
        for row in rows
        for reviews in [gradebook.given_marks.of_answer(assignment, row.answer_id)]
    )


def _answer(row: Row, known: Mapping[str, Answer]) -> Answer:
    """The answer that a row is about. Raises ReviewError."""
    answer = known.get(row.answer_id)
    if answer is None:
        raise ReviewError(AT, place=row.place, what=_why_unknown(row, known.values()))
    if not _same_name(row.student, answer.student) or row.question != answer.question.id:
        theirs = {"other": answer.student, "other_question": answer.question.id}
        raise ReviewError(MIXED_UP, place=row.place, student=row.student, question=row.question, **theirs)
    return answer


def _why_unknown(row: Row, known: Collection[Answer]) -> Text:
    theirs = sorted(answer.question.id for answer in known if _same_name(row.student, answer.student))
    if not theirs:
        return NO_STUDENT.format(student=row.student)
    if row.question not in theirs:
        return NOT_BY_HAND.format(question=row.question, ko=", ".join(theirs), en=" or ".join(theirs))
    return CHANGED_SINCE.format(student=row.student, question=row.question, id=row.answer_id)


def _points(row: Row, answer: Answer) -> float:
    """Raises ReviewError."""
    said = {"place": row.place, "points": row.points, "most": plain(answer.question.max_score)}
    if not row.points:
        raise ReviewError(NO_POINTS, **said)
    points = _number(row.points)
    if points is None:
        raise ReviewError(NO_NUMBER, **said)
    if not 0 <= points <= answer.question.max_score:
        raise ReviewError(OUT_OF_RANGE, **said)
    return points


def _number(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None


def _same_name(cell: str, student: str) -> bool:
    """Spreadsheets take the zeros off a student number."""
    return cell == student or (cell.isdecimal() and student.isdecimal() and int(cell) == int(student))
