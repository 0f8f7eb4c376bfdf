"""Second step: open what one student handed in and take the notebooks' code out of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fcnkit.grading.intake import archive, disk, notebook, same
from fcnkit.grading.intake.names import suffix
from fcnkit.grading.intake.submission import Entry, Found, Notebook, Refused, Submission, listed, printable
from fcnkit.text import Text

MAX_NOTEBOOKS = 20  # of one student, before anything else is asked

NO_NOTEBOOK_IN_ZIP = Text(
    ko="'{name}' 안에 노트북(.ipynb)이 없습니다. 과제 노트북을 넣어 다시 압축해 주세요.",
    en="There is no notebook (.ipynb) in '{name}'. Zip the assignment's notebook and hand in again.",
)
TOO_MANY = Text(
    ko="노트북이 {count}개나 있어 어느 것을 채점할지 알 수 없습니다. 채점할 노트북 하나만 남겨 주세요. "
    "반 전체의 압축 파일이라면 그 파일을 직접 지정해 주세요.",
    en="There are {count} notebooks. Keep only the one to be graded; "
    "if this is a whole class' download, give its path itself.",
)
SAME = Text(
    ko="코드가 '{first}' 노트북과 같아서 따로 채점하지 않은 파일: {names}",
    en="Not graded again, since the code is that of '{first}': {names}",
)


@dataclass(frozen=True)
class _Opened:
    """A notebook of the student, or why it is none."""

    source: str
    notebook: Notebook | Text


def read(found: Found) -> Submission:
    """Open one student's files. Never raises for what is in them: it is then invalid and says why."""
    if found.problem is not None:
        return _invalid(found, found.source, found.problem)
    beside = list(found.beside)
    opened = [one for entry in found.entries for one in _open(entry, beside)]
    readable = [one.notebook for one in opened if isinstance(one.notebook, Notebook)]
    refusals = [(one.source, one.notebook) for one in opened if isinstance(one.notebook, Text)]
    if not readable:
        return _invalid(found, *refusals[0])
    if len(readable) > MAX_NOTEBOOKS:
        return _invalid(found, found.source, TOO_MANY.format(count=len(readable)))
    notebooks, warnings = _different(readable)
    return Submission(
        student=found.student,
        source=notebooks[0].source,
        person=found.person,
        notebooks=notebooks,
        problem=None,
        warnings=(*found.warnings, *warnings),
        unread=tuple(why for _, why in refusals),
        beside=tuple(beside),
        uploaded=found.uploaded,
    )


def _different(readable: list[Notebook]) -> tuple[tuple[Notebook, ...], list[Text]]:
    """One notebook of each code, that which says the most of itself, and a sentence for the others of that code."""
    by_code: dict[same.Code, list[list[Notebook]]] = {}
    for one in readable:
        groups = by_code.setdefault(same.code(one.cells), [])
        alike = next((group for group in groups if all(_agree(one, other) for other in group)), None)
        if alike is None:
            groups.append([one])
        else:
            alike.append(one)
    kept, said = [], []
    for group in (group for groups in by_code.values() for group in groups):
        first = min(group, key=lambda one: (one.assignment is None, one.variant is None))
        others = [one for one in group if one is not first]
        kept.append(first)
        if others:
            said.append(SAME.format(first=first.source, names=listed(other.source for other in others)))
    return tuple(kept), said


def _agree(one: Notebook, other: Notebook) -> bool:
    """Whether two notebooks of the same code do not name different assignments or variants."""
    pairs = (one.assignment, other.assignment), (one.variant, other.variant)
    return all(a == b or None in (a, b) for a, b in pairs)


def _open(entry: Entry, beside: list[str]) -> Iterator[_Opened]:
    """The notebooks in a file; what else is in a zip is added to `beside`."""
    try:
        if entry.problem is not None:
            raise Refused(entry.problem)
        content = _content(entry)
        if suffix(entry.parts[-1]) == ".zip":
            yield from _open_zip(entry, content, beside)
        else:
            yield _Opened(entry.shown, notebook.parse(content, entry.parts[-1], entry.shown))
    except Refused as refused:
        yield _Opened(entry.shown, refused.text)


def _content(entry: Entry) -> bytes:
    if entry.member is None:
        return disk.read_bytes(entry.path)
    with archive.opened(entry.path, entry.path.name) as zipped:
        return archive.read_member(zipped, entry)


def _open_zip(entry: Entry, content: bytes, beside: list[str]) -> Iterator[_Opened]:
    """The notebooks in a student's own zip; zips inside it stay closed."""
    with archive.opened(content, entry.parts[-1]) as zipped:
        members = archive.entries(zipped, entry.path)
        unsafe = next((member.problem for member in members if member.problem), None)
        if unsafe is not None:
            raise Refused(unsafe)
        notebooks = [member for member in members if suffix(member.parts[-1]) == ".ipynb"]
        beside += [printable("/".join(member.parts)) for member in members if suffix(member.parts[-1]) != ".ipynb"]
        if not notebooks:
            raise Refused(NO_NOTEBOOK_IN_ZIP.format(name=printable(entry.parts[-1])))
        if len(notebooks) > MAX_NOTEBOOKS:
            raise Refused(TOO_MANY.format(count=len(notebooks)))
        for member in notebooks:
            source = f"{entry.shown}!{printable('/'.join(member.parts))}"
            try:
                content = archive.read_member(zipped, member)
                yield _Opened(source, notebook.parse(content, member.parts[-1], source))
            except Refused as refused:
                yield _Opened(source, refused.text)


def _invalid(found: Found, source: str, problem: Text) -> Submission:
    return Submission(found.student, found.person, source, (), problem, found.warnings, uploaded=found.uploaded)
