"""Marks that people give: for answers that they grade, and in place of the checks' for any other.

Each row names its answer: the marks count whenever that very answer counts, and for no other one.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fcnkit.gradebook.schema import marks, now
from fcnkit.grading.results import Answer, Review, SubmissionResult
from fcnkit.reports.number_format import plain
from fcnkit.text import Text

LAPSED = Text(
    ko="{question}: 선생님이 {points}점을 준 뒤에 답이나 배점이 바뀌어 그 점수는 더는 반영되지 않습니다.",
    en="{question}: the mark of {points} that your instructor gave no longer counts, since the answer or what it can "
    "earn has changed.",
)


@dataclass(frozen=True)
class Given:
    """One row: marks, or `points` None where somebody takes theirs back."""

    at: str
    """UTC, ISO 8601."""
    question: str
    answer: str
    """The answer's id."""
    points: float | None
    comment: str
    by: str
    automatic: float | None
    """What the checks had come to then; None where a person grades."""

    @property
    def review(self) -> Review | None:
        """None where the marks were taken back."""
        return None if self.points is None else Review(points=self.points, comment=self.comment, by=self.by)


class GivenMarks:
    """The marks in one gradebook's journal, given as an open connection."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def append(
        self, assignment: str, marks: Iterable[tuple[Answer, Review]], ticked: Mapping[str, Sequence[int]] | None = None
    ) -> None:
        """Write down marks that people gave, all of them or none.

        `ticked` are the places of the rubric's items that they ticked, by the answer's id: no mark depends on it.
        """
        self._insert(
            [_row(assignment, answer, review) for answer, review in marks],
            [(now(), assignment, answer, json.dumps(list(items))) for answer, items in (ticked or {}).items()],
        )

    def ticked(self, assignment: str) -> dict[str, tuple[int, ...]]:
        """The places of the rubric's items that are ticked for each answer, by its id."""
        rows = self._database.execute(
            "SELECT answer, items FROM ticked WHERE assignment = ? ORDER BY id", (assignment,)
        )
        return {answer: tuple(json.loads(items)) for answer, items in rows}

    def take_back(self, assignment: str, answer: Answer, reason: str, by: str) -> None:
        """Write down that the marks which a person gave an answer no longer count."""
        self._insert([_row(assignment, answer, Review(points=0, comment=reason, by=by), is_given=False)])

    def _insert(self, rows: Sequence[tuple[object, ...]], ticked: Sequence[tuple[str, ...]] = ()) -> None:
        self._database.execute("BEGIN IMMEDIATE")
        with self._database:
            self._database.executemany("INSERT INTO review VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
            self._database.executemany("INSERT INTO ticked VALUES (NULL, ?, ?, ?, ?)", ticked)

    def of_answer(self, assignment: str, answer_id: str) -> list[Review]:
        """All marks that were ever given to an answer, the newest first."""
        rows = self._select("assignment = ? AND answer = ?", (assignment, answer_id))
        return [given.review for given in reversed(rows) if given.review is not None]

    def of_student(self, assignment: str, names: Collection[str]) -> list[Given]:
        """All that was ever given to somebody who goes, or went, by these names; the newest last."""
        return self._select(f"assignment = ? AND student IN ({marks(names)})", (assignment, *sorted(names)))

    def _select(self, where: str, values: Sequence[str]) -> list[Given]:
        query = (
            f"SELECT at, question, answer, points, comment, reviewer, automatic FROM review WHERE {where} ORDER BY id"  # noqa: S608  # only marks
        )
        return [Given(*row) for row in self._database.execute(query, values)]


def with_marks(result: SubmissionResult, given: Sequence[Given], names: Collection[str]) -> SubmissionResult:
    """The result with the newest marks that people gave these very answers, under any of the student's names."""
    for answer in result.answers if given else ():
        newest = _newest(given, answer, names)
        if newest is not None and newest.review is not None:
            result = result.reviewed(answer.question.id, newest.review)
    return result


def lapsed(result: SubmissionResult, given: Sequence[Given], names: Collection[str]) -> Iterator[Text]:
    """Sentences about marks given to earlier answers, where the present answers have none."""
    for answer in result.answers if given else ():
        earlier = [each for each in given if each.question == answer.question.id]
        if earlier and earlier[-1].points is not None and _newest(given, answer, names) is None:
            yield LAPSED.format(question=answer.question.id, points=plain(earlier[-1].points))


def _newest(given: Sequence[Given], answer: Answer, names: Collection[str]) -> Given | None:
    ids = {replace(answer, student=name).id for name in {answer.student, *names}}
    return next((each for each in reversed(given) if each.answer in ids), None)


def _row(assignment: str, answer: Answer, review: Review, is_given: bool = True) -> tuple[object, ...]:
    question = answer.question
    automatic = question.score if question.automatic is None else question.automatic
    return (
        now(),
        assignment,
        answer.student,
        question.id,
        answer.id,
        review.points if is_given else None,
        review.comment,
        review.by,
        None if question.by_hand is not None else automatic,
    )
