"""Second step: open what one student handed in and take the notebook's code out of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from fcnkit.grading.intake import archive, disk, notebook
from fcnkit.grading.intake.names import suffix
from fcnkit.grading.intake.notebook import Notebook
from fcnkit.grading.intake.submission import Entry, Found, Refused, Submission, printable
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
DIFFERENT = Text(
    ko="'{first}'과(와) '{second}'의 코드가 서로 달라 어느 것을 채점할지 알 수 없습니다. "
    "채점할 노트북 하나만 남겨 주세요.",
    en="'{first}' and '{second}' hold different code. Keep only the one to be graded.",
)
SAME = Text(
    ko="'{second}'의 코드가 '{first}'과(와) 같아서 한 번만 채점했습니다.",
    en="'{second}' holds the same code as '{first}', so it was graded once.",
)
LEFT_OUT = Text(
    ko="'{first}'을(를) 채점했고, 다음 파일은 채점하지 못했습니다. {why}",
    en="'{first}' was graded; another file could not be. {why}",
)
NO_CODE = Text(
    ko="노트북에 코드 셀이 하나도 없습니다. 올바른 파일을 제출했는지 확인해 주세요.",
    en="The notebook has no code cell. Please check that the right file was handed in.",
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
    opened = [one for entry in found.entries for one in _open(entry)]
    readable = [(one.source, one.notebook) for one in opened if isinstance(one.notebook, Notebook)]
    refusals = [(one.source, one.notebook) for one in opened if isinstance(one.notebook, Text)]
    if not readable:
        return _invalid(found, *refusals[0])
    if len(readable) > MAX_NOTEBOOKS:
        return _invalid(found, found.source, TOO_MANY.format(count=len(readable)))
    (first, chosen), *others = readable
    for second, other in others:
        if _code(other) != _code(chosen):
            return _invalid(found, found.source, DIFFERENT.format(first=first, second=second))
    warnings = [SAME.format(first=first, second=second) for second, _ in others]
    warnings += [LEFT_OUT.format(first=first, why=why) for _, why in refusals]
    if not chosen.cells:
        warnings.append(NO_CODE)
    return _valid(found, first, chosen, warnings)


def _open(entry: Entry) -> Iterator[_Opened]:
    try:
        if entry.problem is not None:
            raise Refused(entry.problem)
        content = _content(entry)
        if suffix(entry.parts[-1]) == ".zip":
            yield from _open_zip(entry, content)
        else:
            yield _Opened(entry.shown, notebook.parse(content, entry.parts[-1]))
    except Refused as refused:
        yield _Opened(entry.shown, refused.text)


def _content(entry: Entry) -> bytes:
    if entry.member is None:
        return disk.read_bytes(entry.path)
    with archive.opened(entry.path, entry.path.name) as zipped:
        return archive.read_member(zipped, entry)


def _open_zip(entry: Entry, content: bytes) -> Iterator[_Opened]:
    """The notebooks in a student's own zip; zips inside it stay closed."""
    with archive.opened(content, entry.parts[-1]) as zipped:
        members = archive.entries(zipped, entry.path)
        unsafe = next((member.problem for member in members if member.problem), None)
        if unsafe is not None:
            raise Refused(unsafe)
        notebooks = [member for member in members if suffix(member.parts[-1]) == ".ipynb"]
        if not notebooks:
            raise Refused(NO_NOTEBOOK_IN_ZIP.format(name=printable(entry.parts[-1])))
        if len(notebooks) > MAX_NOTEBOOKS:
            raise Refused(TOO_MANY.format(count=len(notebooks)))
        for member in notebooks:
            source = f"{entry.shown}!{printable('/'.join(member.parts))}"
            try:
                content = archive.read_member(zipped, member)
                yield _Opened(source, notebook.parse(content, member.parts[-1]))
            except Refused as refused:
                yield _Opened(source, refused.text)


def _code(chosen: Notebook) -> list[str]:
    return [cell.source for cell in chosen.cells]


def _valid(found: Found, source: str, chosen: Notebook, warnings: list[Text]) -> Submission:
    return Submission(
        student=found.student,
        person=found.person,
        source=source,
        cells=chosen.cells,
        lang=chosen.lang,
        assignment=chosen.assignment,
        variant=chosen.variant,
        digest=_digest(chosen),
        problem=None,
        warnings=(*found.warnings, *warnings),
    )


def _invalid(found: Found, source: str, problem: Text) -> Submission:
    return Submission(
        student=found.student,
        person=found.person,
        source=source,
        cells=(),
        lang=None,
        assignment=None,
        variant=None,
        digest=hashlib.sha256(b"refused\0" + problem.en.encode()).hexdigest(),
        problem=problem,
        warnings=found.warnings,
    )


def _digest(chosen: Notebook) -> str:
    """Over the variant, and the cells' code and numbers, which messages cite; lengths keep neighbours apart."""
    digest = hashlib.sha256(f"{chosen.variant}\n".encode())
    for cell in chosen.cells:
        code = cell.source.encode()
        digest.update(b"%d %d\n" % (cell.number, len(code)))
        digest.update(code)
    return digest.hexdigest()
