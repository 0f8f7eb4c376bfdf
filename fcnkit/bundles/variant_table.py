"""Assigns quiz variants to students in a table that grows with the roster; an assigned variant never changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from fcnkit.roster import Roster, RosterError, Student
from fcnkit.roster.person_names import evened
from fcnkit.roster.rows import NoId, whole_id
from fcnkit.roster.table import read_table
from fcnkit.spreadsheet import as_csv
from fcnkit.text import AT, Text, place
from fcnkit.whole_file import write_whole

COLUMNS = ("student", "id", "file", "variant")
_NO_NUMBER = "v"
"""Stands before a variant's id, which spreadsheets would rewrite where it looks like a number."""

NOT_OURS = Text(
    ko="{place}: 이 명령이 쓴 표가 아닙니다. 다른 곳으로 옮기거나, 원래 표를 되돌려 놓으세요.",
    en="{place}: not the table that this command wrote; move it away, or bring that back",
)
UNKNOWN_VARIANT = Text(
    ko="{place}: {student} 학생의 문제지 {variant!r:은} 기록이 남아 있지 않습니다. 다른 반의 표라면 다른 곳으로 "
    "옮기고, 아니면 variants.json을 되돌려 놓으세요.",
    en="{place}: {student} has the variant {variant!r}, of which nothing is written down any more; move the table away "
    "if this is another class, or bring back variants.json",
)
NAMESAKES = Text(
    ko="{place}: 이름이 {name!r}인 학생이 여럿인데, 누가 어느 문제지를 받았는지 적은 표에는 그 가운데 한 명이 학번 "
    "없이 있습니다. 그 표에 학번을 쓰세요.",
    en="{place}: several are called {name!r}, and the table of who got which variant has one of them without an id; "
    "write the id there",
)


@dataclass(frozen=True)
class AssignedVariant:
    """One row: who was given which variant."""

    student: str
    id: str
    variant: str
    """Its id, which the notebook carries."""


def read_variant_table(path: Path, known: Sequence[str]) -> list[AssignedVariant]:
    """The rows of an earlier table; none where there is no file. `known` are the ids of all variants that there are.

    Raises RosterError when it is not what `write_variant_table` wrote, or is about other variants.
    """
    if not path.exists():
        return []
    rows = read_table(path).rows
    if not rows or rows[0].cells[: len(COLUMNS)] != COLUMNS:
        raise RosterError(NOT_OURS, place=place(path, 1))
    given = []
    for row in rows[1:]:
        student, id, _, variant = (*row.cells, "", "", "", "")[: len(COLUMNS)]
        variant = variant.removeprefix(_NO_NUMBER)
        if variant not in known:
            raise RosterError(UNKNOWN_VARIANT, place=place(path, row.line), student=student, variant=variant)
        try:
            given.append(AssignedVariant(student, whole_id(id)[0] if id else "", variant))
        except NoId as error:
            raise RosterError(AT, place=place(path, row.line), what=error.text) from error
    return given


def newcomers(roster: Roster, given: Iterable[AssignedVariant]) -> list[Student]:
    """Students on the roster without a variant, matched by id, or by name if either side has no id.

    Raises RosterError if a row without an id fits several people.
    """
    rows = list(given)
    ids = {_bare(row.id) for row in rows if row.id}
    nameless = {evened(row.student) for row in rows if not row.id}
    names = {evened(row.student) for row in rows}
    called = Counter(evened(student.name) for student in roster.students)
    for student in roster.students:
        if evened(student.name) in nameless and called[evened(student.name)] > 1:
            raise RosterError(NAMESAKES, place=place(roster.path, student.line), name=student.name)
    return [
        student
        for student in roster.students
        if _bare(student.id) not in ids and evened(student.name) not in (nameless if student.id else names)
    ]


def assign_variants(
    students: Iterable[Student], given: Sequence[AssignedVariant], variants: Sequence[str]
) -> list[AssignedVariant]:
    """The rows with one more for each of the students, who get the variants that fewest have, the first of these."""
    uses = Counter(dict.fromkeys(variants, 0))
    uses.update(row.variant for row in given)
    rows = list(given)
    for student in students:
        variant = min(variants, key=lambda variant: uses[variant])
        uses[variant] += 1
        rows.append(AssignedVariant(student.name, student.id, variant))
    return rows


def write_variant_table(path: Path, rows: Iterable[AssignedVariant], files: dict[str, str]) -> None:
    """The table for a spreadsheet, whole or not at all. `files` are the zips' names by variant."""
    table = as_csv(COLUMNS, ((row.student, row.id, files[row.variant], f"{_NO_NUMBER}{row.variant}") for row in rows))
    write_whole(path, table.encode())


def _bare(id: str) -> str:
    """An id as it is compared: spreadsheets take the zeros off its front."""
    return id.casefold().lstrip("0")
