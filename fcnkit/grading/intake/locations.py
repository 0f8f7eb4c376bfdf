"""Splits the given paths into locations that each hold a class or a part of it."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from fcnkit.course_folder import COURSE_FILE
from fcnkit.grading.intake import disk
from fcnkit.grading.intake.disk import is_gradable
from fcnkit.grading.intake.file_names import on_disk, stem
from fcnkit.grading.intake.nobody import NBGRADER
from fcnkit.grading.intake.owners import owners_of
from fcnkit.grading.intake.plain_names import is_handout, plain_reading
from fcnkit.grading.intake.platforms import reading_of
from fcnkit.grading.intake.sections import called_classes
from fcnkit.grading.intake.submission import Entry, IntakeError, composed, readable
from fcnkit.grading.intake.whole_class import class_in_zip, contents, holds_several, is_from_platform, unwrapped
from fcnkit.text import Text

SUBMITTED = "submitted"
"""Where nbgrader keeps `submitted/STUDENT/ASSIGNMENT/…`."""
NOT_THERE = Text(
    ko="{path}: 그런 파일이나 폴더가 없습니다. 노트북이나 폴더, zip의 경로를 지정하세요.",
    en="{path}: no such file or folder; give the path of a notebook, a folder or a zip",
)
NO_SUBMISSION = Text(
    ko="{path}: 이 폴더에 제출물이 없습니다. 노트북이 들어 있는 폴더를 지정하세요.",
    en="{path}: no submission in this folder; give the folder that holds the notebooks",
)
OWN_RESULTS = Text(
    ko="{path}: 제출물이 아니라 fcnkit이 쓴 채점 결과입니다. 학생들이 제출한 노트북이 들어 있는 폴더를 지정하세요.",
    en="{path}: these are results that fcnkit wrote, no hand-ins; give the folder with what students handed in",
)
OWN_COURSE = Text(
    ko="{path}: 과목의 폴더입니다. 학생들이 제출한 노트북이 들어 있는 폴더를 지정하세요.",
    en="{path}: this is the course's own folder; give the folder with what students handed in",
)
NOT_LISTED = Text(
    ko="{path}: 폴더의 내용을 볼 수 없습니다. 접근 권한을 확인하세요.",
    en="{path}: this folder cannot be listed; check its permissions",
)
SHARED = Text(
    ko="낱낱의 제출물 사이에 있는 '{name}'에 여러 학생의 학번이나 이름이 적힌 것이 있어, 그 안에 있던 것을 학생별로 "
    "나누어 채점했습니다. 누구의 것인지 확인해 주세요.",
    en="This is, in part or in whole, from '{name}', which stands among single students' hand-ins and holds what bears "
    "several students' numbers or names. Check whose work it is.",
)
_FEW = 3


@dataclass
class Location:
    """A folder or a zip in which names count."""

    root: str
    """Its absolute path, of a zip without the ending: a zip and the folder that it is unpacked to are one place."""
    entries: list[Entry] = field(default_factory=list)
    passed_over: list[Entry] = field(default_factory=list)
    within: dict[Path, list[Entry]] = field(default_factory=dict)
    """What is in those of its zips that were opened to see whether they are a class."""
    notes: tuple[Text, ...] = ()
    """What is to be said of all that is in it."""

    @property
    def name(self) -> str:
        return composed(Path(self.root).name)

    @property
    def tops(self) -> dict[str, bool]:
        """The files and folders that stand in it, and whether each is a file."""
        return {entry.parts[0]: len(entry.parts) == 1 for entry in self.entries}


def locations(paths: Sequence[Path], assignment: str) -> list[Location]:
    """All that was given, gathered by place. Raises IntakeError for a path that does not exist or holds nothing."""
    found: dict[str, Location] = {}
    given = list(dict.fromkeys(Path(os.path.abspath(path)) for path in paths))  # noqa: PTH100  # resolve() follows links
    owners = owners_of(given, assignment)
    seen: set[tuple[Path, int | None]] = set()
    left: dict[tuple[Path, int | None], Entry] = {}
    for path in sorted(given, key=lambda path: -len(path.parts)):  # who is named counts before a folder around them
        if not os.path.lexists(path):
            raise IntakeError(NOT_THERE, path=path)
        if disk.is_own_output(path):
            raise IntakeError(OWN_RESULTS, path=path)
        if (path / COURSE_FILE).is_file():
            raise IntakeError(OWN_COURSE, path=path)
        root, entries = _read(path, owners.get(path), assignment)
        for part in _classes(_real(root), entries, assignment):
            place = found.setdefault(part.root, Location(part.root))
            place.within |= part.within
            place.notes = place.notes or part.notes
            for entry in part.entries:
                file = entry.path, entry.member
                if entry.is_left:
                    left[file] = entry
                elif file not in seen:
                    place.entries.append(entry)
            seen |= {(entry.path, entry.member) for entry in part.entries if not entry.is_left}
    for place in found.values():
        _look_into_submitted(place)
        _leave_other_assignments(place, assignment)
    return [*found.values(), Location("", passed_over=[entry for file, entry in left.items() if file not in seen])]


def _real(root: Path) -> str:
    """Its real path as text; bytes that are no UTF-8 are decoded otherwise, or replaced."""
    path = os.path.realpath(root)
    try:
        path.encode()
    except UnicodeEncodeError:
        return "/".join(map(on_disk, path.split("/")))
    return path


def _read(path: Path, owner: Path | None, assignment: str) -> tuple[Path, list[Entry]]:
    """The place of a path and what is there, each file's parts below the place."""
    is_folder = path.is_dir() and not path.is_symlink()
    if owner is not None:
        above = tuple(on_disk(part) for part in path.relative_to(owner.parent).parts)
        entries = _folder(path) if is_folder else [replace(_single(path), parts=())]
        if is_folder and all(entry.is_left for entry in entries):
            entries += [Entry((".",), path, problem=disk.EMPTY.format(name=path.name))]
        return owner.parent, [_below(above, entry) for entry in entries]
    if not is_folder:
        members = class_in_zip(path, assignment)
        return (path.with_name(stem(path.name)), members) if members else (path.parent, [_single(path)])
    entries = unwrapped(_folder(path), assignment, anyway=False, name=on_disk(path.name))
    if all(entry.is_left for entry in entries):
        is_ours = any(entry.parts[-1] == disk.GRADEBOOK for entry in entries)
        raise IntakeError(OWN_RESULTS if is_ours else NO_SUBMISSION, path=path)
    if _is_ones_own(on_disk(path.name), assignment) and not holds_several(entries, assignment):
        return path.parent, [_below((on_disk(path.name),), entry) for entry in entries]
    return path, entries


def _below(above: tuple[str, ...], entry: Entry) -> Entry:
    return replace(entry, parts=(*above, *entry.parts))


def _is_ones_own(folder: str, assignment: str) -> bool:
    """Whether a folder that was given itself bears one person's id."""
    is_platforms = reading_of(folder, is_file=False, assignment=assignment) is not None
    return is_platforms or plain_reading(folder, is_file=False).key.startswith("number:")


def _folder(path: Path) -> list[Entry]:
    entries = list(disk.files_below(path))
    if entries and entries[0].parts == (".",):
        raise IntakeError(NOT_LISTED, path=path)
    return entries


def _single(path: Path) -> Entry:
    return Entry((on_disk(path.name),), path, problem=disk.special(path))


def own_entries(path: Path) -> list[Entry]:
    """What there is of one person, whose everything in `path` is."""
    if path.is_dir() and not path.is_symlink():
        return [entry for entry in _folder(path) if not entry.is_left]
    return [_single(path)]


def _classes(root: str, entries: list[Entry], assignment: str) -> Iterator[Location]:
    """A place, and as places of their own the folders and zips in it that hold a class, as downloads of sections do."""
    groups = defaultdict[str, list[Entry]](list)
    for entry in entries:
        groups["" if entry.is_left else entry.parts[0]].append(entry)
    left = groups.pop("", [])
    within = {
        top: contents(group, assignment) for top, group in groups.items() if not _is_somebodys(group[0], assignment)
    }
    apart = {top: inside for top, inside in within.items() if holds_several(inside, assignment)}
    sections = called_classes(within)
    apart |= sections
    below = {
        top: [replace(entry, parts=entry.parts[1:]) for entry in group if len(entry.parts) > 1]
        for top, group in groups.items()
        if top not in apart
    }
    of_one = {
        top: inside
        for top, inside in below.items()
        if inside and all(_is_somebodys(entry, assignment) for entry in inside)
    }
    single = [entry for top in below.keys() - of_one.keys() for entry in groups[top] if is_gradable(entry)]
    among = {top for top in apart if top not in sections and single}
    mixed = {top for top in among if _is_of_few(apart[top], assignment)}
    noted = mixed | {top for top in among if _is_the_lesser_part(apart[top], single, assignment)}
    if apart.keys() - mixed:
        apart |= of_one  # sections of one
    kept = left + [entry for top, group in groups.items() if top not in apart for entry in group]
    if kept:
        zips = {groups[top][0].path: inside for top, inside in within.items() if len(groups[top][0].parts) == 1}
        yield Location(root, kept, within=zips)
    for top, inside in apart.items():
        is_zip = len(groups[top][0].parts) == 1
        at = os.path.join(root, stem(top) if is_zip else top)  # noqa: PTH118  # a place is a text
        yield Location(at, inside, notes=(SHARED.format(name=readable(top)),) if top in noted else ())


def _is_of_few(inside: list[Entry], assignment: str) -> bool:
    """Whether no more things are in it than one student may hand in with a friend's among them; no download is so."""
    gradable = [entry for entry in inside if not entry.is_left and is_gradable(entry)]
    is_download = any(is_from_platform(entry, assignment) for entry in gradable)
    return len({entry.parts[0] for entry in gradable}) <= _FEW and not is_download


def _is_the_lesser_part(inside: list[Entry], single: list[Entry], assignment: str) -> bool:
    """Whether fewer hand-ins are in it than stand beside it, and not all are of one platform, as those of a late
    download are: anybody can hand in a zip in which folders are called like a platform's."""
    gradable = [entry for entry in inside if not entry.is_left and is_gradable(entry)]
    is_one_platforms = all(any(is_from_platform(entry, assignment) for entry in each) for each in (gradable, single))
    return len({entry.parts[0] for entry in gradable}) <= len(single) and not is_one_platforms


def _is_somebodys(entry: Entry, assignment: str) -> bool:
    is_file = len(entry.parts) == 1
    is_numbered = plain_reading(entry.parts[0], is_file=is_file).key.startswith("number:")
    return is_numbered or is_from_platform(entry, assignment)


def _look_into_submitted(place: Location) -> None:
    """Keep only what was handed in of an nbgrader course."""
    folders = {top for top, is_file in place.tops.items() if not is_file}
    if SUBMITTED in folders and len(place.tops) > 1 and folders - {SUBMITTED} <= NBGRADER | _handouts(folders):
        inside = [entry for entry in place.entries if entry.parts[0] == SUBMITTED and len(entry.parts) > 1]
        kept = {(entry.path, entry.member) for entry in inside}
        place.passed_over += [entry for entry in place.entries if (entry.path, entry.member) not in kept]
    elif folders == {SUBMITTED} and all(len(entry.parts) > 1 for entry in place.entries):
        inside = place.entries
    else:
        return
    place.entries = [replace(entry, parts=entry.parts[1:]) for entry in inside]
    place.root = os.path.join(place.root, SUBMITTED)  # noqa: PTH118  # a place is a text


def _handouts(folders: Iterable[str]) -> set[str]:
    return {folder for folder in folders if is_handout(folder, is_file=False)}


def _leave_other_assignments(place: Location, assignment: str) -> None:
    """Keep only the graded assignment of somebody's folders of several."""
    theirs: Mapping[str, set[str]] = defaultdict(set)
    for entry in place.entries:
        if len(entry.parts) > 2 and is_handout(entry.parts[1], is_file=False):
            theirs[entry.parts[0]].add(entry.parts[1])
    others = {(who, one) for who, folders in theirs.items() if assignment in folders for one in folders - {assignment}}
    if others:
        left = [entry for entry in place.entries if entry.parts[:2] in others]
        place.passed_over += left
        place.entries = [entry for entry in place.entries if entry.parts[:2] not in others]
