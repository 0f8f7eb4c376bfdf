"""What intake deals in: entries, what was found of each student, and the submission as it is graded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fcnkit.errors import UserError
from fcnkit.text import Lang, Text


class IntakeError(UserError):
    """There is nothing to grade at a path that was given; the message names the path and the fix."""


class Refused(Exception):
    """A file cannot be graded; `text` is one sentence that says why and what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True)
class Cell:
    """A code cell."""

    number: int
    """Counting all cells of the notebook from 1, as a reader does."""
    source: str


@dataclass(frozen=True)
class Entry:
    """A file that was handed in: on disk, or inside a zip that holds a whole class."""

    parts: tuple[str, ...]
    """Its place below the folder or zip that is graded, in NFC."""
    path: Path
    """The file, or the zip that holds it."""
    member: int | None = None
    """Its place in that zip's listing."""
    problem: Text | None = None
    """Why it is not to be opened."""

    @property
    def shown(self) -> str:
        """Its place as the instructor sees it, in one printable line."""
        place = printable("/".join(self.parts))
        return place if self.member is None else f"{printable(self.path.name)}!{place}"


@dataclass(frozen=True)
class Found:
    """What one student handed in, as far as names tell. Plain data: it can be sent to another process."""

    student: str
    """Safe as a file name, and unique within the class also where case does not count."""
    source: str
    """The place of the file or folder below what was graded."""
    lms_id: str | None
    """Canvas' user number or Moodle's participant number, where the name tells it."""
    entries: tuple[Entry, ...]
    """Notebooks and the student's own zips; empty when `problem` is set."""
    problem: Text | None
    warnings: tuple[Text, ...]


@dataclass(frozen=True)
class Submission:
    """One student's notebook, read; or why it cannot be graded."""

    student: str
    source: str
    """The notebook's place below what was graded; `zip!member` inside a zip."""
    lms_id: str | None
    cells: tuple[Cell, ...]
    """The code cells; empty when `problem` is set."""
    lang: Lang | None
    """From the notebook's metadata: a hint, since students can change it."""
    assignment: str | None
    """Likewise."""
    variant: str | None
    """Which draw of the questions it holds; likewise."""
    digest: str
    """SHA-256 over what decides the grading: the code cells and the variant, or else the refusal."""
    problem: Text | None
    """Why the submission is invalid: one sentence with what to do."""
    warnings: tuple[Text, ...]


ZERO_WIDTH_JOINER = "\u200d"  # holds emoji together; all other invisible characters are replaced


def printable(text: str) -> str:
    """`text` in one line, without control characters, bidirectional overrides or broken surrogates."""
    return "".join(char if char.isprintable() or char == ZERO_WIDTH_JOINER else "\ufffd" for char in text)
