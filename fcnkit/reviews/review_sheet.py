"""The review sheet, written for a spreadsheet and read back from one.

It has a row for each answer that a person grades or whose marks they have corrected.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from fcnkit.bounded_file import read_bounded
from fcnkit.grading.results import SubmissionResult
from fcnkit.reports.number_format import plain
from fcnkit.reports.statistics import by_student
from fcnkit.reviews.corrections import ReviewError
from fcnkit.spreadsheet import as_csv, decoded, delimiter, unescape_formula
from fcnkit.text import Text, place

COLUMNS = (
    "student", "question", "answer", "rubric_ko", "rubric_en", "max_points", "automatic", "points", "comment", "by",
    "answer_id",
)  # fmt: skip
READ = ("student", "question", "points", "comment", "by", "answer_id")
NEEDED = ("student", "question", "points", "comment")
ALSO = {"reason": "comment"}
"""What a column may be called, too."""

NEITHER = Text(
    ko="{path}: UTF-8도 CP949도 아닙니다. 채점표를 'CSV UTF-8'로 저장하세요.",
    en="{path}: neither UTF-8 nor CP949; save the sheet as CSV UTF-8",
)
NO_CSV = Text(
    ko="{place}: CSV로 읽을 수 없습니다({error}). 채점표를 'CSV UTF-8'로 저장하세요.",
    en="{place}: not CSV ({error}); save the sheet as CSV UTF-8",
)
NO_COLUMN = Text(
    ko="{place}: {names} 열이 없습니다. `fcnkit grade`가 쓴 채점표를 첫 줄까지 그대로 쓰세요.",
    en="{place}: no column {names}; use the sheet that `fcnkit grade` wrote, first row included",
)
IN_SPREADSHEET = Text(ko="{place}(스프레드시트의 {row}행)", en="{place} (row {row} of the spreadsheet)")


@dataclass(frozen=True)
class Row:
    """A row with an entry, as read from the file."""

    place: Text
    """File and line, and the row's number in a spreadsheet where it is another one: answers may have several lines."""
    student: str
    question: str
    points: str
    comment: str
    by: str
    answer_id: str
    """Empty in a row that somebody has written themselves: then it is about the answer that counts now."""


def write(results: Sequence[SubmissionResult], rubrics: Mapping[str, Text]) -> str:
    """The sheet as CSV for Excel: all answers that people grade, and those whose marks a person has corrected.

    Answers that have a person's marks come with them. `rubrics` are by question.
    """
    return as_csv(COLUMNS, _rows(results, rubrics))


def _rows(results: Sequence[SubmissionResult], rubrics: Mapping[str, Text]) -> Iterator[tuple[str, ...]]:
    for answer in (answer for result in by_student(results) for answer in result.answers):
        question, review, rubric = answer.question, answer.review, rubrics.get(answer.question.id)
        if question.by_hand is None and review is None:
            continue
        said = "" if question.by_hand is None else question.by_hand.answer
        automatic = "" if question.automatic is None else plain(question.automatic)
        marks = (plain(review.points), review.comment, review.by) if review else ("", "", "")
        yield (
            answer.student, question.id, said, *((rubric.ko, rubric.en) if rubric else ("", "")),
            plain(question.max_score), automatic, *marks, answer.id,
        )  # fmt: skip


def read(path: Path) -> list[Row]:
    """The rows in which points or a comment were entered. Raises ReviewError for what is no such sheet."""
    text = decoded(read_bounded(path))
    if text is None:
        raise ReviewError(NEITHER, path=path)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text))
    rows = []
    try:
        names = [name.strip().lower() for name in next(reader, [])]
        names = [name if ALSO.get(name, name) in names else ALSO.get(name, name) for name in names]
        _check_header(path, names)
        line = reader.line_num + 1
        for number, cells in enumerate(reader, start=2):
            said = dict(zip(names, cells, strict=False))
            entered = {name: unescape_formula(said.get(name, "").replace("\r\n", "\n").strip()) for name in READ}
            if entered["points"] or entered["comment"]:
                rows.append(Row(_place(path, line, number), **entered))
            line = reader.line_num + 1
    except csv.Error as error:
        raise ReviewError(NO_CSV, place=place(path, reader.line_num), error=error) from error
    return rows


def _place(path: Path, line: int, row: int) -> Text:
    at = place(path, line)
    return at if row == line else IN_SPREADSHEET.format(place=at, row=row)


def _check_header(path: Path, names: Sequence[str]) -> None:
    missing = [name for name in NEEDED if name not in names]
    if missing:
        raise ReviewError(NO_COLUMN, place=place(path, 1), names=", ".join(missing))
