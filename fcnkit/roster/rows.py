"""Converts a row of cells to a student, and recognises rows that are none, such as totals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

from fcnkit.roster.columns import EMAIL, NUMBERED, Meaning
from fcnkit.roster.person_names import evened
from fcnkit.roster.roster import Id, Kind, Student
from fcnkit.roster.term_columns import Kind as TermKind
from fcnkit.roster.term_columns import Term
from fcnkit.text import BadValue, Text

Nobody = Literal["points", "test", "staff", "total", "unnamed"]
"""Why a row is no student: points of assignments, Canvas' test student, a teacher, a sum, a row that names nobody."""

_EMPTY = {"", "-", "–", "n/a", "na", "nan", "none", "null", "없음", "미등록", "해당없음"}
_ROUNDED = re.compile(r"\d+(?:[.,]\d+)?[eE]\+\d+")
_DECIMALS = re.compile(r"(\d+)[.,]0+")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!)|=.*", re.I)
_DAY = re.compile(r"\d{4}([-/.])\d{1,2}\1\d{1,2}")
_FRACTION = re.compile(r"\d+[.,]\d+")
_STAFF = re.compile(
    r"instructor|teacher|professor|lecturer|assistant|grader|reader|observer|designer|staff|admin|tutor"
)
_STAFF_KO = ("교수", "강사", "조교", "교사", "튜터", "관리자", "담당")
_GOOGLES = {"날짜", "점수", "date", "points"}
"""Rows of Google Classroom's table below the headings: when each assignment is due, and its points."""
_TOTALS = {"합계", "총계", "계", "평균", "전체평균", "총원", "total", "sum", "mean", "average", "overallaverage"}
_TEST_STUDENTS = {"studenttest", "teststudent", "테스트학생", "학생테스트"}
_CANVAS_TEST_LOGIN = re.compile(r"[0-9a-f]{40}")
_IN_A_LINE = re.compile(r"(?<![\w.+@-])[A-Za-z]{0,2}(?:\d{4}-\d{4,6}|\d{5,20})(?![\w@.-])")

OF_A_FORMULA = Text(
    ko="학번이 있어야 할 칸에 수식이 남긴 {value!r} 값이 있습니다. 학번을 직접 쓰세요.",
    en="a formula has left {value!r} where an id should be; write the id itself",
)
MADE_A_DATE = Text(
    ko="엑셀 같은 프로그램이 학번을 {value!r} 날짜로 바꾸었습니다. 열 서식을 '텍스트'로 바꾸고 학번을 다시 쓰세요.",
    en="a spreadsheet has made the date {value!r} of an id; set the column's format to text and write the id",
)
ROUNDED = Text(
    ko="엑셀 같은 프로그램이 학번을 {value!r:으로} 반올림해 끝자리가 사라졌습니다. 끝자리가 남아 있는 파일에서 열 "
    "서식을 '텍스트'나 0으로 바꾸어 다시 저장하세요.",
    en="a spreadsheet has rounded an id to {value!r}, and its last digits are gone; set the column's format to text or "
    "0 in the file that still has them, and save it again",
)
NO_IDENTITY = Text(
    ko="identity 열의 {value!r:은} 제출자를 가리키는 값이 아닙니다. 안내에 나온 값을 'canvas:40099'처럼 그대로 옮겨 "
    "쓰세요.",
    en="{value!r} in the column 'identity' points to nobody's hand-in; copy the value from the message, such as "
    "'canvas:40099'",
)
NEAR_IDENTITY = Text(
    ko="identity 열의 {value!r:은} 제출자를 가리키는 값이 아닙니다. {near!r:을} 쓰려고 하셨나요?",
    en="{value!r} in the column 'identity' points to nobody's hand-in; did you mean {near!r}?",
)
NOT_WHOLE = Text(
    ko="학번이 있어야 할 칸에 {value!r:이} 있습니다. 칸이나 머리글을 바로잡으세요.",
    en="{value!r} stands where an id should be; correct the cell or the heading",
)


SOURCES = (
    "blackboard", "brightspace", "canvas", "github", "gradescope", "gradescope-submission", "ilias", "mail", "moodle",
    "name", "number", "sakai",
)  # fmt: skip
"""What identities begin with: what has told who somebody is."""
_BETWEEN_IDENTITIES = re.compile(rf"\s*;\s*(?=(?:{'|'.join(SOURCES)}):|$)")


class NoId(BadValue):
    """A cell that should hold an id has lost it; the text says why."""


@dataclass
class Said:
    """The values of one row about a person."""

    line: int
    names: list[str] = field(default_factory=list)
    """The one to be shown first."""
    ids: list[Id] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    role: str = ""
    hidden_name: str = ""
    """Moodle's `Participant 4242`."""
    repaired: str = ""
    """The first id that was written as a number with decimals or grouped digits, as it was read."""

    def student(self) -> Student:
        """The student, named by e-mail or id if the row has no name. Raises StopIteration if it has neither."""
        calls = [*self.names, self.hidden_name, *self.emails, *(id.value for id in self.ids)]
        shown = next(filter(None, calls))
        return Student(
            shown,
            self.line,
            tuple(dict.fromkeys(self.ids)),
            tuple(dict.fromkeys(self.emails)),
            tuple(name for name in dict.fromkeys(self.names) if name != shown),
            tuple(self.sections),
            terms=tuple(self.terms),
        )


def said_in(
    line: int, cells: Sequence[str], columns: Mapping[int, Meaning], terms: Mapping[int, tuple[TermKind, str]]
) -> Said:
    """What a row says under these columns. Raises NoId."""
    said = Said(line)
    said.terms += [
        Term(kind, of, cells[at])
        for at, (kind, of) in terms.items()
        if at < len(cells) and cells[at].casefold() not in _EMPTY
    ]
    told = [(columns[column], cell) for column, cell in enumerate(cells) if column in columns]
    told = [(meaning, cell) for meaning, cell in told if cell.casefold() not in _EMPTY]
    parts = {meaning: cell for meaning, cell in told if meaning in ("family", "given")}
    if parts:
        said.names.append(_joined(parts.get("family", ""), parts.get("given", "")))
    for meaning, cell in told:
        match meaning:
            case "name" | "also":
                said.names.append(cell)
            case "number" | "login" | "canvas" | "moodle":
                _add_id(said, meaning, cell)
            case "identity":
                said.ids += [Id("identity", _identity(each)) for each in _BETWEEN_IDENTITIES.split(cell) if each]
            case "email":
                said.emails += [part for part in re.split(r"[\s;,<>]+", cell) if EMAIL.fullmatch(part)]
            case "section":
                said.sections.append(cell)
            case "role":
                said.role = cell
    return said


def said_in_line(line: int, text: str) -> Said:
    """What a line of a plain list says: a name, with a student number or an address where there is one."""
    said = Said(line)
    said.emails += [word.strip("<>(),;") for word in text.split() if EMAIL.fullmatch(word.strip("<>(),;"))]
    for email in said.emails:
        text = re.sub(rf"[<(]?{re.escape(email)}[>)]?", " ", text)
    numbers = _IN_A_LINE.findall(text)
    if len(numbers) == 1:
        _add_id(said, "number", numbers[0])
        text = re.sub(rf"[(\[]?{re.escape(numbers[0])}[)\]]?", " ", text)
    name = " ".join(text.strip(" ,;\t").split())
    if name:
        said.names.append(name)
    return said


def nobody(said: Said, is_canvas: bool) -> Nobody | None:
    """Why the row is no student's; None for a student's."""
    name = evened(said.names[0]) if said.names else ""
    if is_canvas and name == "pointspossible":
        return "points"
    if len(said.names) == 1 and name in _GOOGLES and not (said.ids or said.emails):
        return "points"
    if not (said.names or said.ids or said.emails):
        return "unnamed"
    logins = [id.value for id in said.ids if id.kind == "login"]
    if is_canvas and name in _TEST_STUDENTS and not said.emails and all(map(_CANVAS_TEST_LOGIN.fullmatch, logins)):
        return "test"
    role = said.role.casefold()
    if _STAFF.search(role) or role == "ta" or any(word in role for word in _STAFF_KO):
        return "staff"
    numbers = [id.value for id in said.ids if not _TOTALS & {evened(id.value)}]
    is_total = name in _TOTALS or len(numbers) < len(said.ids)
    return "total" if is_total and not (numbers or said.emails) else None


def _identity(value: str) -> str:
    """Raises NoId for what no message of ours says."""
    source, colon, rest = value.partition(":")
    if source in SOURCES and rest:
        return value
    near = get_close_matches(source.strip().casefold(), SOURCES, 1) if colon and rest else []
    raise NoId(NEAR_IDENTITY if near else NO_IDENTITY, value=value, near=f"{near[0]}:{rest.strip()}" if near else "")


def _joined(family: str, given: str) -> str:
    """A whole name as its country writes it: `김민지`, `Minji Kim`."""
    if not (family + given).isascii() and all("\u1100" <= char <= "\uffdc" for char in family + given):
        return family + given
    return f"{given} {family}".strip()


def _add_id(said: Said, kind: Kind, cell: str) -> None:
    numbered = NUMBERED.fullmatch(cell) if kind == "moodle" else None
    if numbered:
        said.hidden_name = cell
        said.ids.append(Id(kind, numbered["number"]))
        return
    value, is_repaired = whole_id(cell)
    if is_repaired:
        said.repaired = said.repaired or value
    said.ids.append(Id(kind, value))


def whole_id(cell: str) -> tuple[str, bool]:
    """The id that a cell holds, and whether a spreadsheet had taken it for a number. Raises NoId where it is lost."""
    value = unicodedata.normalize("NFKC", cell).removeprefix("'")
    for lost, why in ((_ERROR, OF_A_FORMULA), (_DAY, MADE_A_DATE)):
        if lost.fullmatch(value):
            raise NoId(why, value=value)
    value = value.removeprefix("#")  # wide digits, as Korean and Japanese keyboards type
    if _ROUNDED.fullmatch(value):
        raise NoId(ROUNDED, value=value)
    if whole := _DECIMALS.fullmatch(value):
        return whole[1], True
    if _GROUPED.fullmatch(value):
        return value.replace(",", ""), True
    if _FRACTION.fullmatch(value):
        raise NoId(NOT_WHOLE, value=value)
    return value, False
