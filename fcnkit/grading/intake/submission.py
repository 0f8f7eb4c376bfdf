"""What intake deals in: entries, what was found of each student, and the submission as it is graded."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fcnkit.errors import UserError
from fcnkit.grading.cell import Cell
from fcnkit.text import Lang, Text
from fcnkit.unicode import printable


class IntakeError(UserError):
    """There is nothing to grade at a path that was given; the message names the path and the fix."""


class Refused(Exception):
    """A file cannot be graded; `text` is one sentence that says why and what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True)
class TextCell:
    """A cell that no kernel runs as Python: Markdown, raw, or code below a line such as `%%bash`."""

    number: int
    """As of `Cell`."""
    names: frozenset[str]
    """What code in it would define."""
    text: str = ""
    """A digest of it, by which it is told from those of the hand-out."""
    is_own: bool = False
    """Whether the student wrote it or into it, and it is no code."""
    magic: str = ""
    """That line of a code cell."""


@dataclass(frozen=True)
class Notebook:
    """What grading needs of a notebook."""

    source: str
    """Its place below what was graded; `zip!member` inside a zip."""
    cells: tuple[Cell, ...]
    """The code cells, every line of which ends as on Unix."""
    lang: Lang | None
    """From the notebook's metadata: a hint, since students can change it."""
    assignment: str | None
    """Likewise."""
    variant: str | None
    """The quiz variant it holds, if it tells one."""
    texts: tuple[TextCell, ...] = ()

    @property
    def digest(self) -> str:
        """SHA-256 over what decides the grading, and the cells' numbers, which messages cite.

        Lengths keep neighbours apart.
        """
        said = self.assignment, self.variant, [(text.number, sorted(text.names)) for text in self.texts]
        digest = hashlib.sha256(f"{said!r}\n".encode())
        for cell in self.cells:
            code = cell.source.encode()
            digest.update(b"%d %d\n" % (cell.number, len(code)))
            digest.update(code)
        return digest.hexdigest()


@dataclass(frozen=True)
class Entry:
    """A file that was handed in: on disk, or inside a zip that holds a whole class."""

    parts: tuple[str, ...]
    """Its place below the folder or zip that is graded, spelled as there: two names may differ in that alone."""
    path: Path
    """The file, or the zip that holds it."""
    member: int | None = None
    """Its place in that zip's listing."""
    problem: Text | None = None
    """Why it is not to be opened."""
    is_left: bool = False
    """Whether it is what systems and editors leave behind: nothing that anybody hands in."""

    @property
    def shown(self) -> str:
        """Its place as the instructor sees it, in one printable line."""
        place = readable("/".join(self.parts))
        return place if self.member is None else f"{readable(self.path.name)}!{place}"


@dataclass(frozen=True)
class Person:
    """Who handed in. What is compared is the identity; a name is only shown."""

    identity: str
    """Nobody else's, and the same in every run: `canvas:12345`, `number:20231237`, else the name at its place."""
    name: str
    """As the platform or the file's name has it."""
    label: str = ""
    """What to call them, where that is not the name."""
    id: str = ""
    """What the identity is known by outside: the platform's number or login, a student number; empty where none is."""
    email: str = ""
    place: str = ""
    """For a person without an id, the folder or zip that the name stands in, as an absolute path."""


@dataclass(frozen=True)
class Found:
    """What one student handed in, as far as names tell. Plain data: it can be sent to another process.

    Who has a roster replaces `person`; then `Gradebook.enrol` gives each identity its lasting label.
    """

    student: str
    """The label: safe as a file name, and unique within the class also where case does not count."""
    person: Person
    source: str
    """The place of the file or folder below what was graded."""
    entries: tuple[Entry, ...]
    """Notebooks and the student's own zips; empty when `problem` is set."""
    problem: Text | None
    warnings: tuple[Text, ...]
    beside: tuple[str, ...] = ()
    """The places of their other files, none of which is graded."""
    uploaded: str = ""
    """Orders the uploads of one identity: the later one has the greater text; empty where a platform does not tell."""
    submitted: str = ""
    """When, as the platform writes it: see `Reading`. Never a file's date."""


@dataclass(frozen=True)
class Findings:
    """All that was given: each file is somebody's, or was passed over."""

    people: tuple[Found, ...]
    """Sorted by label. With `attempts = "best"` somebody may stand here several times, once for each attempt."""
    passed_over: tuple[str, ...] = ()
    """Display names of files that belong to no submission."""


@dataclass(frozen=True)
class Submission:
    """One student's submission after reading: the notebooks to grade, or the reason why there are none."""

    student: str
    person: Person
    source: str
    """The place of the first notebook, or of what there is in its stead."""
    notebooks: tuple[Notebook, ...]
    """Those of different code. Where `problem` is set, none of them is graded."""
    problem: Text | None
    """Why the submission is invalid: one sentence with what to do."""
    warnings: tuple[Text, ...]
    unread: tuple[Text, ...] = ()
    """Why others of their files could not be read."""
    beside: tuple[str, ...] = ()
    """The names of files that were handed in with the notebooks and stay unopened."""
    uploaded: str = ""
    """As of `Found`, as is `submitted`."""
    submitted: str = ""

    @property
    def digest(self) -> str:
        """SHA-256 over what decides the grading: each notebook, wherever it lies, or else the refusal."""
        if self.problem is not None:
            return hashlib.sha256(b"refused\0" + self.problem.en.encode()).hexdigest()
        return hashlib.sha256(repr([notebook.digest for notebook in self.notebooks]).encode()).hexdigest()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Those of the first notebook that is graded."""
        return self.notebooks[0].cells if self.problem is None else ()

    @property
    def lang(self) -> Lang | None:
        """That of the first notebook."""
        return self.notebooks[0].lang if self.notebooks else None

    @property
    def assignment(self) -> str | None:
        """What the first notebook says."""
        return self.notebooks[0].assignment if self.notebooks else None

    @property
    def variant(self) -> str | None:
        """What the first notebook says."""
        return self.notebooks[0].variant if self.notebooks else None


MAX_NAME = 255
"""Characters: no system has longer names, but a zip may."""


def composed(name: str) -> str:
    """One name in NFC; one that is too long for any system as it is, since composing marks takes quadratic time."""
    return unicodedata.normalize("NFC", name) if len(name) <= MAX_NAME else name


def readable(path: str) -> str:
    """A name or path in NFC and as `printable`; one that is too long for any system is cut."""
    parts = [composed(part) for part in path[: 4 * MAX_NAME].split("/")]
    return printable("/".join(part if len(part) <= MAX_NAME else f"{part[:MAX_NAME]}…" for part in parts))


MAX_LISTED = 5


def listed(names: Iterable[str]) -> str:
    """Names of files in one line, of many the first few and how many more there are."""
    every = list(names)
    more = [f"… (+{len(every) - MAX_LISTED})"] if len(every) > MAX_LISTED else []
    return ", ".join([f"'{name}'" for name in every[:MAX_LISTED]] + more)
