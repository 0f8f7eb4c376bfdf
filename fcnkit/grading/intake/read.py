"""Second step: open what one student handed in and take the notebooks' code out of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from zipfile import ZipFile

from fcnkit.grading.intake import archive, disk, mailed, normal_form, notebook_parser, others_numbers
from fcnkit.grading.intake.file_names import suffix
from fcnkit.grading.intake.other_archives import ARCHIVES
from fcnkit.grading.intake.plain_names import is_handout
from fcnkit.grading.intake.submission import Entry, Found, Notebook, Refused, Submission, listed, readable
from fcnkit.text import Text

MAX_NOTEBOOKS = 100
"""Most notebooks of one student that are opened, and most bytes of them together."""
MAX_BYTES = 200 * 2**20

NO_NOTEBOOK_IN_ZIP = Text(
    ko="'{name}' 안에 노트북(.ipynb)이 없습니다. 과제 노트북을 넣어 다시 압축해 주세요.",
    en="There is no notebook (.ipynb) in '{name}'. Zip the assignment's notebook and hand in again.",
)
CLOSED_WITHIN = Text(
    ko="'{name}' 안에 노트북(.ipynb)은 없고 열지 않은 압축 파일 '{inner}'{inner:~이} 있습니다. 압축을 모두 풀어 과제 "
    "노트북을 제출해 주세요.",
    en="There is no notebook (.ipynb) in '{name}', but the archive '{inner}', which was not opened. Unpack it all, and "
    "hand in the assignment's notebook.",
)
LEFT = Text(
    ko="노트북이 {count}개나 되어 과제 노트북일 가능성이 큰 {opened}개만 열었습니다. 열지 않은 파일: {names}",
    en="There are {count} notebooks, more than are opened, so only the {opened} most likely ones were. Not opened: "
    "{names}",
)
SAME = Text(
    ko="코드가 '{first}' 노트북과 같아서 따로 채점하지 않은 파일: {names}",
    en="Not graded again, since the code is that of '{first}': {names}",
)


@dataclass(frozen=True)
class _Closed:
    """An opened notebook, or a file that holds none."""

    source: str
    name: str
    entry: Entry
    """On disk or in the class' zip: the notebook, or the zip or mail that holds it."""
    size: int = 0
    members: tuple[Entry, ...] = ()
    """Its place in the student's own zip, or that of a zip in there and its place in that."""
    problem: Text | None = None


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
    is_alone = len(found.entries) == 1
    closed = [one for entry in found.entries for one in _listed(entry, beside, is_alone=is_alone)]
    likely, left = _likely(closed)
    opened = list(_open(likely))
    notebooks = [one.notebook for one in opened if isinstance(one.notebook, Notebook)]
    refusals = [(one.source, one.notebook) for one in opened if isinstance(one.notebook, Text)]
    if not notebooks:
        return _invalid(found, *refusals[0])
    different, warnings = _different(notebooks)
    warnings += others_numbers.among(found.person, [one.name for one in likely])
    if left:
        names = listed(one.source for one in left)
        warnings.append(LEFT.format(count=len(closed), opened=len(likely), names=names))
    return Submission(
        student=found.student,
        source=different[0].source,
        person=found.person,
        notebooks=different,
        problem=None,
        warnings=(*found.warnings, *warnings),
        unread=tuple(why for _, why in refusals),
        beside=tuple(beside),
        uploaded=found.uploaded,
        submitted=found.submitted,
    )


def _different(notebooks: list[Notebook]) -> tuple[tuple[Notebook, ...], list[Text]]:
    """One notebook of each code, that which says the most of itself, and a sentence for the others of that code."""
    by_code: dict[normal_form.Code, list[list[Notebook]]] = {}
    for one in notebooks:
        groups = by_code.setdefault(normal_form.code(one.cells), [])
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


def _likely(closed: Sequence[_Closed]) -> tuple[list[_Closed], list[_Closed]]:
    """As many notebooks as are opened, those called as a hand-out is before others, and the rest."""
    ranked = sorted(closed, key=lambda one: (one.problem is None, not is_handout(one.name, is_file=True)))
    likely, size = set[int](), 0
    for one in ranked:
        if len(likely) < MAX_NOTEBOOKS and (size + one.size <= MAX_BYTES or not likely):
            likely.add(id(one))
            size += one.size
    return [one for one in closed if id(one) in likely], [one for one in closed if id(one) not in likely]


def _listed(entry: Entry, beside: list[str], *, is_alone: bool) -> Iterator[_Closed]:
    """The notebooks in a file, none of them opened; what else is in a zip is added to `beside`.

    How large a notebook is need not be known of one that is alone: a class' zip would be opened for it once more.
    """
    try:
        if entry.problem is not None:
            raise Refused(entry.problem)
        if suffix(entry.parts[-1]) == ".ipynb":
            yield _Closed(entry.shown, entry.parts[-1], entry, 0 if is_alone else archive.size(entry))
            return
        content, name = _packed(entry)
        with archive.opened(content, name) as zipped:
            found = list(_in_zip(zipped, entry, (), beside))
        if not found:
            closed = next((each for each in beside if suffix(each) in (".zip", *ARCHIVES)), None)
            text = NO_NOTEBOOK_IN_ZIP if closed is None else CLOSED_WITHIN
            raise Refused(text.format(name=readable(name), inner=closed))
        yield from found
    except Refused as refused:
        yield _Closed(entry.shown, entry.parts[-1], entry, problem=refused.text)


def _packed(entry: Entry) -> tuple[bytes, str]:
    """A zip's bytes, or those of a mail's attachments as one, and what to call it. Raises Refused."""
    content, name = archive.content(entry), entry.parts[-1]
    return mailed.attachments(content, name) if suffix(name) == mailed.MAIL else (content, name)


def _in_zip(zipped: ZipFile, entry: Entry, above: tuple[Entry, ...], beside: list[str]) -> Iterator[_Closed]:
    """The notebooks in an open zip; where it has none, those in the zips in it: an export that was zipped again.

    `above` is where it lies in the student's own zip.
    """
    members = archive.entries(zipped, entry.path)
    unsafe = next((member.problem for member in members if member.problem), None)
    if unsafe is not None:
        raise Refused(unsafe)
    notebooks = [member for member in members if suffix(member.parts[-1]) == ".ipynb"]
    others = [member for member in members if suffix(member.parts[-1]) != ".ipynb"]
    zips = [] if notebooks or above else [member for member in others if suffix(member.parts[-1]) == ".zip"]
    beside += [readable("/".join(member.parts)) for member in others if member not in zips]
    for member in notebooks:
        at = (*above, member)
        source = "!".join([entry.shown, *(readable("/".join(each.parts)) for each in at)])
        yield _Closed(source, member.parts[-1], entry, archive.member_size(zipped, member), at)
    if len(zips) > MAX_NOTEBOOKS:
        raise Refused(archive.CROWDED.format(name=readable(entry.parts[-1])))
    size = count = 0
    for member in zips:
        size += archive.member_size(zipped, member)
        try:
            if size > MAX_BYTES:
                raise disk.too_large(member.parts[-1])
            content = archive.read_member(zipped, member)
            count += archive.members_in(content)
            if count > archive.MAX_MEMBERS:
                raise Refused(archive.CROWDED.format(name=readable(entry.parts[-1])))
            with archive.opened(content, member.parts[-1]) as inner:
                yield from _in_zip(inner, entry, (member,), beside)
        except Refused as refused:
            yield _Closed(f"{entry.shown}!{readable('/'.join(member.parts))}", "", entry, problem=refused.text)


def _open(closed: Iterable[_Closed]) -> Iterator[_Opened]:
    """The notebooks that were listed, each file opened once."""
    for _, together in groupby(closed, key=lambda one: id(one.entry)):
        all_of_it = list(together)
        yield from (_Opened(one.source, one.problem) for one in all_of_it if one.problem is not None)
        ones = [one for one in all_of_it if one.problem is None]
        if not ones:
            continue
        try:
            if not ones[0].members:
                yield _parsed(ones[0], archive.content(ones[0].entry))
                continue
            with archive.opened(*_packed(ones[0].entry)) as zipped:
                for above, inside in groupby(ones, key=lambda one: one.members[:-1]):
                    yield from _unpacked([*inside], zipped, *above)
        except Refused as refused:
            yield _Opened(ones[0].entry.shown, refused.text)


def _unpacked(ones: Sequence[_Closed], zipped: ZipFile, *above: Entry) -> Iterator[_Opened]:
    """Notebooks in an open zip; with `above`, in the zip at that place in it, which is opened once for all of them."""
    if above:
        try:
            with archive.opened(archive.read_member(zipped, above[0]), above[0].parts[-1]) as inner:
                yield from _unpacked(ones, inner)
        except Refused as refused:
            yield _Opened(ones[0].source, refused.text)
        return
    for one in ones:
        try:
            yield _parsed(one, archive.read_member(zipped, one.members[-1]))
        except Refused as refused:
            yield _Opened(one.source, refused.text)


def _parsed(one: _Closed, content: bytes) -> _Opened:
    try:
        return _Opened(one.source, notebook_parser.parse(content, one.name, one.source))
    except Refused as refused:
        return _Opened(one.source, refused.text)


def _invalid(found: Found, source: str, problem: Text) -> Submission:
    return Submission(
        found.student, found.person, source, (), problem, found.warnings, uploaded=found.uploaded,
        submitted=found.submitted,
    )  # fmt: skip
