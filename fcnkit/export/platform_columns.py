"""Which column of a platform's file takes the marks, and how the file writes numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from fcnkit.course import Assignment
from fcnkit.export import export_complaints
from fcnkit.export.sheet import ExportError, Sheet, SheetRow
from fcnkit.roster.reader import HEADINGS_WITHIN
from fcnkit.roster.roster import listed
from fcnkit.text import place

Platform = Literal["canvas", "moodle", "gradescope", "csv"]
"""`csv` is any table with a row for each student, such as that of a university's own platform."""
NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
MAX_MARK = 1_000
"""What is more in a table of a platform that is not known is somebody's number."""
_CANVAS_ID = re.compile(r"(.*) \((\d+)\)")
_BLACKBOARD = re.compile(r"(.*?) \[[^\[\]]*\](?: \|(\d+))?")
"""`HW 1 [Total Pts: 100 Score] |40011`, with the words in the platform's language."""
_PARTICIPANT = re.compile(r"(\D*?)(\d+)")
_GRADED_AS = {"complete", "incomplete"}
_NO = {
    "no", "nein", "non", "아니오", "아니요", "いいえ", "否", "不", "não", "nee", "nej", "nei", "нет", "ні", "nie", "ne",
    "hayır", "ei", "nem", "nu", "όχι", "không", "tidak", "ไม่",
}  # fmt: skip
"""How Moodle says in a worksheet that a grade cannot be changed, in some of its languages."""
_COMMENTS = re.compile(r"feedback comments|feedback als kommentar|피드백|commentaires|comentarios|フィードバック", re.I)
_DATE = re.compile(r"\d{1,4}[년.,/\s-]|-$")


@dataclass(frozen=True)
class Columns:
    """Where marks go in one file."""

    score: int
    possible: float | None = None
    """The points that the platform gives for the assignment, where the file says them."""
    feedback: int | None = None
    decimal: str = "."
    participants: Mapping[int, str] = field(default_factory=dict)
    """Moodle's participant numbers, by line."""
    locked: frozenset[int] = frozenset()
    """Lines whose mark must stay."""


def find_columns(sheet: Sheet, platform: Platform, assignment: Assignment, name: str | None) -> Columns:
    """The columns of a platform's file. Raises ExportError where the file is not that, or several columns fit."""
    if len(sheet.rows) < 2 or len(sheet.rows[0].cells) < 2:
        raise ExportError(export_complaints.NO_TABLE, path=sheet.path)
    find = {"canvas": _canvas, "moodle": _moodle, "gradescope": _gradescope, "csv": _table}[platform]
    return find(sheet, assignment, name)


def below_titles(sheet: Sheet, platform: Platform, assignment: Assignment, name: str | None) -> Sheet:
    """A table from its headings on: universities print titles above them, which the file keeps.

    The headings are the first row with the column that is asked for; without any, the first of the widest rows.
    """
    if platform != "csv":
        return sheet
    asked, first = _asked(assignment, name), sheet.rows[:HEADINGS_WITHIN]
    widths = [sum(bool(row[at]) for at in range(len(row.cells))) for row in first]
    has_asked = (at for at, row in enumerate(first) if any(asked & _names(cell.text.strip()) for cell in row.cells))
    header = next(has_asked, widths.index(max(widths)) if widths else 0)
    return replace(sheet, rows=sheet.rows[header:])


def number(text: str) -> float | None:
    """A number as platforms write one, with a point or a comma; None for anything else."""
    return float(text.replace(",", ".")) if NUMBER.fullmatch(text) else None


def _canvas(sheet: Sheet, assignment: Assignment, name: str | None) -> Columns:
    header, *rows = sheet.rows
    if not re.match(r"Student|LastName", header[0].lstrip("\ufeff")):
        raise ExportError(export_complaints.NOT_CANVAS, place=place(sheet.path, header.line), heading=header[0])
    headings = [cell.text.strip() for cell in header.cells]
    points = next((row for row in rows if "Points Possible" in row[0]), None)
    fillable = {
        at: heading
        for at, heading in enumerate(headings)
        if _CANVAS_ID.fullmatch(heading) and (points is None or number(points[at]) is not None)
    }
    score = _chosen(sheet, fillable, headings, assignment, name)
    if any(row[score].casefold() in _GRADED_AS for row in rows):
        raise ExportError(export_complaints.NO_POINTS, path=sheet.path, heading=headings[score])
    numbers = [row[score] for row in rows if number(row[score]) is not None]
    excused = frozenset(row.line for row in rows if row[score].casefold() == "ex")
    possible = None if points is None else number(points[score])
    return Columns(score, possible, decimal=_decimal(sheet, numbers), locked=excused)


def _chosen(
    sheet: Sheet, fillable: Mapping[int, str], headings: Sequence[str], assignment: Assignment, name: str | None
) -> int:
    """The column that was asked for or, without that, the one that is called like the assignment."""
    asked = _asked(assignment, name)
    fits = [at for at, heading in fillable.items() if heading in asked]
    fits = fits or [at for at, heading in fillable.items() if asked & _names(heading)]
    if len(fits) == 1:
        return fits[0]
    if name is not None and name in headings and not fits:
        raise ExportError(export_complaints.READ_ONLY, path=sheet.path, name=name)
    there_are = listed([repr(heading) for heading in fillable.values()], 20) or export_complaints.NONE
    if fits:
        several = listed([repr(fillable[at]) for at in fits])
        raise ExportError(export_complaints.SEVERAL_COLUMNS, path=sheet.path, several=several)
    text = export_complaints.NO_SUCH_COLUMN if name is not None else export_complaints.NO_COLUMN
    raise ExportError(text, path=sheet.path, name=name, columns=there_are)


def _asked(assignment: Assignment, name: str | None) -> set[str]:
    titles = assignment.config.title
    return {name} if name is not None else {assignment.name, titles.ko, titles.en}


def _names(heading: str) -> set[str]:
    """What a column may be called: its whole heading or, of Canvas and Blackboard, the assignment's name or its id."""
    found = _CANVAS_ID.fullmatch(heading) or _BLACKBOARD.fullmatch(heading)
    return {heading, *filter(None, found.groups() if found else ())}


def _moodle(sheet: Sheet, _assignment: Assignment, name: str | None) -> Columns:
    header, *rows = sheet.rows
    people = {row.line: _PARTICIPANT.fullmatch(row[0]) for row in rows}
    if len({found[1] for found in people.values() if found}) != 1 or not all(people.values()):
        raise ExportError(export_complaints.NOT_MOODLE, place=place(sheet.path, rows[0].line))
    headings = [cell.text.strip() for cell in header.cells]
    score, possible = _moodle_score(sheet, headings, rows, name)
    last = len(headings) - 1
    is_comments = _COMMENTS.search(headings[last]) or not any(_DATE.match(row[last]) for row in rows)
    said = range(score + 2, last if is_comments else last + 1)  # before the grades stand departments such as `EI`
    locked = frozenset(row.line for row in rows if any(row[at].casefold() in _NO for at in said))
    if len(locked) == len(rows):
        raise ExportError(export_complaints.ALL_LOCKED, path=sheet.path)
    numbers = [row[score] for row in rows] + [row[score + 1] for row in rows]
    participants = {line: found[2] for line, found in people.items() if found}
    return Columns(
        score,
        possible,
        last if is_comments and last > score + 1 else None,
        _decimal(sheet, numbers),
        participants,
        locked,
    )


def _moodle_score(
    sheet: Sheet, headings: Sequence[str], rows: Sequence[SheetRow], name: str | None
) -> tuple[int, float | None]:
    """Headings are localised; the grades stand before their maximum, which is the same in every row."""
    if name is not None:
        fits = [at for at, heading in enumerate(headings) if heading == name]
        if len(fits) != 1:
            raise ExportError(
                export_complaints.NOT_ONE_COLUMN,
                path=sheet.path,
                count=len(fits),
                name=name,
                columns=listed(headings, 20),
            )
        maximum = _maximum(rows, fits[0] + 1)
        if maximum is None:
            raise ExportError(export_complaints.NOT_GRADES, path=sheet.path, name=name)
        return fits[0], maximum
    for at in range(2, len(headings)):
        maximum = _maximum(rows, at)
        if maximum is not None and all((number(row[at - 1]) or 0) <= maximum for row in rows):  # else these are ids
            return at - 1, maximum
    raise ExportError(export_complaints.NO_GRADES, path=sheet.path, columns=listed(headings, 20))


def _maximum(rows: Sequence[SheetRow], at: int) -> float | None:
    """The maximum, where that column has the same one in every row and stands behind a column of grades."""
    maxima = {number(row[at]) for row in rows}
    is_behind_grades = all(not row[at - 1] or number(row[at - 1]) is not None for row in rows)
    return next(iter(maxima)) if is_behind_grades and len(maxima) == 1 and (next(iter(maxima)) or 0) > 0 else None


def _gradescope(sheet: Sheet, assignment: Assignment, name: str | None) -> Columns:
    header, *rows = sheet.rows
    headings = [cell.text.strip() for cell in header.cells]
    fixed = re.compile(
        r"first name|last name|name|sid|email|sections?|role|.* - (?:max points|submission time|lateness.*)", re.I
    )
    fillable = {at: heading for at, heading in enumerate(headings) if heading and not fixed.fullmatch(heading)}
    score = _chosen(sheet, fillable, headings, assignment, name)
    try:
        maxima = {number(row[headings.index(f"{headings[score]} - Max Points")]) for row in rows}
    except ValueError:
        maxima = set()
    return Columns(score, next(iter(maxima)) if len(maxima) == 1 else None)


def _table(sheet: Sheet, assignment: Assignment, name: str | None) -> Columns:
    header, *rows = sheet.rows
    headings = [cell.text.strip() for cell in header.cells]
    score = _chosen(sheet, {at: heading for at, heading in enumerate(headings) if heading}, headings, assignment, name)
    for row in rows:
        mark = number(row[score])
        if row[score] and (mark is None or mark > MAX_MARK):
            raise ExportError(export_complaints.NOT_MARKS, place=place(sheet.path, row.line), cell=row[score])
    return Columns(score, decimal=_decimal(sheet, [row[score] for row in rows]))


def _decimal(sheet: Sheet, numbers: Sequence[str]) -> str:
    """The decimal sign that the file itself uses; without any number, a comma is none where it separates cells."""
    return "," if sheet.separator != "," and any("," in each for each in numbers) else "."
