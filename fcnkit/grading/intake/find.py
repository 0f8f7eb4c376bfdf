"""First step: who handed in what. Looks at names alone, and into a zip only where it may hold a whole class."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fcnkit.grading.intake import archive, disk
from fcnkit.grading.intake.names import Person, canvas_version, identify, safe, stem, suffix, unique, with_number
from fcnkit.grading.intake.submission import Entry, Findings, Found, IntakeError, Refused, printable
from fcnkit.grading.intake.submission import Person as Somebody
from fcnkit.text import Text

GRADABLE = (".ipynb", ".zip")

LATE = Text(ko="Canvas에 늦은 제출로 표시되어 있습니다.", en="Canvas marks this submission as late.")
NEWER = Text(
    ko="여러 번 제출한 파일 가운데 가장 나중의 '{newest}'만 채점했습니다.",
    en="Of several uploads of this file only the last one, '{newest}', was graded.",
)
ONLINE_TEXT = Text(
    ko="Moodle의 온라인 텍스트로 제출한 내용은 채점하지 않았습니다.",
    en="What was handed in as Moodle's online text was not graded.",
)
NAMESAKE = Text(
    ko="이름이 같은 제출물이 또 있어(대소문자는 구별하지 않습니다) 이것은 '{student}'(으)로 표시합니다.",
    en="Another submission has the same name, letter case aside: this one goes by '{student}'.",
)
ONLY_ONLINE_TEXT = Text(
    ko="Moodle의 온라인 텍스트만 제출했습니다. 노트북 파일(.ipynb)을 올려 주세요.",
    en="Only Moodle's online text was handed in. Upload the notebook file (.ipynb).",
)
NO_NOTEBOOK = Text(
    ko="노트북(.ipynb)이나 zip 파일이 없고 '{name}'만 있습니다. 과제 노트북을 제출해 주세요.",
    en="There is no notebook (.ipynb) or zip, only '{name}'. Hand in the assignment's notebook.",
)


@dataclass
class _Pile:
    """What is gathered for one person."""

    person: Person
    source: str
    root: str = ""
    entries: list[Entry] = field(default_factory=list)
    late: bool = False
    online_text: bool = False


def find(paths: Sequence[Path]) -> list[Found]:
    """Who handed in what; see `survey`."""
    return list(survey(paths).people)


def survey(paths: Sequence[Path]) -> Findings:
    """Who handed in what, sorted by student.

    A path is a notebook, a folder with a file or a folder for each student, a class' download as a zip
    (Canvas, Moodle), or one student's own zip. Inside a folder a zip is one student's. Raises IntakeError for
    a path that does not exist and for a folder without any submission.
    """
    piles: dict[tuple[str, ...], _Pile] = {}
    for path in dict.fromkeys(Path(os.path.abspath(path)) for path in paths):  # noqa: PTH100  # resolve() follows links
        _pile_up(piles, path)
    ordered = sorted(piles.values(), key=lambda pile: (pile.source, pile.person.lms_id or ""))
    names = unique([pile.person for pile in ordered])
    return Findings(tuple(sorted(map(_found, names, ordered), key=lambda found: found.student)))


def find_own(path: Path) -> Found:
    """What one student handed in, as a platform that calls the grader for each student alone leaves it.

    A notebook, a zip, or a folder in which everything is theirs. Raises IntakeError for a folder that cannot be listed.
    """
    is_folder = path.is_dir() and not path.is_symlink()
    entries = _folder(path) if is_folder else [_single(path)]
    if not entries:
        entries = [Entry((".",), path, problem=disk.EMPTY.format(name=printable(path.name)))]
    person = Person(None, path.name if is_folder else stem(path.name))
    return _found(safe(person.name), _Pile(person, printable(path.name), entries=entries))


def _pile_up(piles: dict[tuple[str, ...], _Pile], path: Path) -> None:
    if not os.path.lexists(path):
        raise IntakeError(f"{path}: no such file or folder; give the path of a notebook, a folder or a zip")
    if path.is_dir() and not path.is_symlink():
        entries = _unwrapped(_folder(path), anyway=False)
        if not entries:
            raise IntakeError(f"{path}: no submission in this folder; give the folder that holds the notebooks")
        own = identify(path.name, is_file=False)
        if own.lms is not None:  # one student's folder, as Moodle names it
            entries = [Entry((path.name, *entry.parts), entry.path, problem=entry.problem) for entry in entries]
        _add(piles, entries, str(path))
    else:
        _add(piles, _class_in_zip(path) or [_single(path)], str(path.parent))


def _folder(path: Path) -> list[Entry]:
    entries = list(disk.files_below(path))
    if entries and entries[0].parts == (".",):
        raise IntakeError(f"{path}: this folder cannot be listed; check its permissions")
    return entries


def _single(path: Path) -> Entry:
    return Entry((unicodedata.normalize("NFC", path.name),), path, problem=disk.special(path))


def _class_in_zip(path: Path) -> list[Entry]:
    """The members of a zip that holds a class; none when it is one student's own, damaged or no zip."""
    if suffix(path.name) != ".zip" or disk.special(path):
        return []
    try:
        with archive.opened(path, path.name) as zipped:
            otters = archive.is_otter_export(zipped)
            entries = _unwrapped(archive.entries(zipped, path), anyway=True)
    except Refused:
        return []  # `read` says why
    if any(_is_from_lms(entry) for entry in entries):
        return entries
    several = sum(map(_is_gradable, entries)) > 1
    safe = not any(entry.problem for entry in entries)
    return entries if several and safe and not otters else []


def _unwrapped(entries: list[Entry], *, anyway: bool) -> list[Entry]:
    """Without a folder that wraps the whole class: what a zip program adds when a folder is zipped or unpacked."""
    while entries and len({entry.parts[0] for entry in entries}) == 1 and all(len(e.parts) > 1 for e in entries):
        inner = [Entry(entry.parts[1:], entry.path, entry.member, entry.problem) for entry in entries]
        if _is_from_lms(entries[0]) or not (anyway or any(map(_is_from_lms, inner))):
            break
        entries = inner
    return entries


def _is_from_lms(entry: Entry) -> bool:
    return identify(entry.parts[0], is_file=len(entry.parts) == 1).lms is not None


def _is_gradable(entry: Entry) -> bool:
    return suffix(entry.parts[-1]) in GRADABLE


def _add(piles: dict[tuple[str, ...], _Pile], entries: Iterable[Entry], root: str) -> None:
    for entry in entries:
        top = entry.parts[0]
        person = identify(top, is_file=len(entry.parts) == 1)
        key = (person.lms, person.lms_id) if person.lms and person.lms_id else (root, person.name)
        source = Entry((top,), entry.path, entry.member).shown
        pile = piles.setdefault(key, _Pile(person, source, root))
        pile.late |= person.late
        if person.online_text:
            pile.online_text = True
        else:
            pile.entries.append(entry)


def _found(student: str, pile: _Pile) -> Found:
    gradable = [entry for entry in pile.entries if _is_gradable(entry)]
    newest = _newest_upload(gradable)
    warnings = [LATE] if pile.late else []
    if len(newest) < len(gradable):
        warnings.append(NEWER.format(newest=newest[0].shown))
    if pile.online_text and pile.entries:
        warnings.append(ONLINE_TEXT)
    if student not in (safe(pile.person.name), with_number(pile.person)):
        warnings.append(NAMESAKE.format(student=student))
    return Found(
        student,
        _somebody(pile),
        newest[0].shown if len(newest) == 1 else pile.source,
        tuple(newest),
        None if gradable else _nothing(pile),
        tuple(warnings),
    )


def _somebody(pile: _Pile) -> Somebody:
    person = pile.person
    if person.lms_id is not None:
        return Somebody(f"{person.lms}:{person.lms_id}", person.name, person.lms_id)
    return Somebody(f"name:{Path(pile.root).name}/{person.name}", person.name, place=pile.root)


def _newest_upload(entries: list[Entry]) -> list[Entry]:
    """Only the last one, when all are uploads of one file that Canvas numbered; otherwise all of them."""
    versions = [(canvas_version(entry.parts[0]), entry) for entry in entries if len(entry.parts) == 1]
    known = [(version, entry) for version, entry in versions if version is not None]
    if len(known) < len(entries) or len({name for (name, _), _ in known}) != 1:
        return entries
    return [max(known, key=lambda one: one[0][1])[1]]


def _nothing(pile: _Pile) -> Text:
    """Why there is nothing to grade."""
    problem = next((entry.problem for entry in pile.entries if entry.problem), None)
    if problem is not None:
        return problem
    if not pile.entries:
        return ONLY_ONLINE_TEXT
    return NO_NOTEBOOK.format(name=printable(pile.entries[0].parts[-1]))
