"""`exam.json`: all that is needed to read an exam's answer sheets again and to mark them. Like the keys, it is secret.

Places on paper are in millimetres from the upper left corner of an A4 page, x before y.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from fcnkit.bounded_file import read_bounded
from fcnkit.errors import UserError
from fcnkit.text import Text

FILE = "exam.json"
Kind = Literal["choice", "number", "shape", "written"]
Box = tuple[float, float, float, float]
"""Left, top, width, height."""

NOT_THERE = Text(
    ko="{path}: 파일이 없습니다. `fcnkit exam --out`으로 만든 시험 폴더를 지정하세요.",
    en="{path}: not there; name the folder that fcnkit exam --out has made",
)
UNREADABLE = Text(
    ko="{path}: 시험 기록이 아니거나 손상되었습니다. 시험을 만든 폴더에서 다시 가져오세요.",
    en="{path}: no record of an exam, or a damaged one; copy it again from where the exam was made",
)


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Group(_Part):
    """Bubbles of which at most one is filled: a row of options, or a column of digits."""

    values: tuple[str, ...]
    spots: tuple[tuple[float, float], ...]
    """The centre of each bubble."""
    side: int = 0
    """Which side of a shape the digit belongs to."""


class Mark(_Part):
    """One thing to be read: an option, a number, a shape, a pair, a cell of a grid, or what is written on a line."""

    name: str
    """Tells it from the others of its question; empty where it is the only one."""
    kind: Kind
    page: int
    box: Box
    """What is cut out for a person to see."""
    groups: tuple[Group, ...] = ()
    lines: tuple[float, ...] = ()
    """Where a box for several lines is ruled."""
    key: str = ""
    """What is to be read: a letter, a number, a shape as 7,7,75. Of what is written, what the key says."""


class Mistake(_Part):
    """A well-known wrong answer: what is read from each mark of the question when somebody makes it."""

    id: str
    why: Text
    given: tuple[str, ...]


class Criterion(_Part):
    """What an explanation has to say, and what that is worth."""

    text: Text
    points: float


class Explained(_Part):
    """What a person marks an explanation by."""

    criteria: tuple[Criterion, ...]
    model: Text
    """The model answer."""
    misconceptions: tuple[Text, ...] = ()
    """Each with what its holders write."""


class Question(_Part):
    number: int
    """On this form."""
    column: int
    """On the first form: what tables and pages call it, whichever form a student has."""
    item: str
    uid: str
    title: Text
    points: int
    marks: tuple[Mark, ...]
    mistakes: tuple[Mistake, ...] = ()
    explained: Explained | None = None
    """None of what is no explanation."""

    @property
    def id(self) -> str:
        """As an assignment's questions are called."""
        return f"q{self.column}"

    @property
    def is_written(self) -> bool:
        """Whether a person gives the points."""
        return any(mark.kind == "written" for mark in self.marks)


class Form(_Part):
    """One of the forms of an exam, with the layout of its answer sheet."""

    name: str
    questions: tuple[Question, ...]
    pages: int
    number: Mark | None
    """The student number's digits, on the first page; None where nobody has one."""


class Sheet(_Part):
    """One answer sheet as it is printed: whose it is, and the code on each of its pages."""

    number: int
    form: str
    seat: str = ""
    """Empty for a spare one, as are the following."""
    student: str = ""
    id: str = ""
    codes: tuple[str, ...]

    @property
    def is_spare(self) -> bool:
        return not self.student


class Exam(_Part):
    """A whole exam."""

    version: Literal[1]
    """Version of this record's form."""
    id: str
    title: Text
    forms: tuple[Form, ...]
    sheets: tuple[Sheet, ...]
    """In the order in which they are printed."""

    @cached_property
    def form(self) -> dict[str, Form]:
        """The forms by their names."""
        return {form.name: form for form in self.forms}

    @cached_property
    def coded(self) -> dict[str, tuple[Sheet, int]]:
        """The sheet and page (from 0) that each code stands on."""
        return {code: (sheet, page) for sheet in self.sheets for page, code in enumerate(sheet.codes)}


def read_exam(folder: Path) -> Exam:
    """The exam in a folder. Raises UserError."""
    path = folder / FILE
    if not path.is_file():
        raise UserError(NOT_THERE, path=path)
    try:
        return Exam.model_validate_json(read_bounded(path))
    except ValidationError:
        raise UserError(UNREADABLE, path=path) from None
