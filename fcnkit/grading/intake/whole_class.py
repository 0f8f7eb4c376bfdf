"""Whether a folder or a zip holds a whole class' hand-ins, by the names in it.

Of a zip in a zip whose names leave it open, what its notebooks say of themselves counts, too.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

from fcnkit.grading.intake import archive, disk
from fcnkit.grading.intake.disk import is_gradable
from fcnkit.grading.intake.file_names import stem, suffix
from fcnkit.grading.intake.nobody import is_nobodys
from fcnkit.grading.intake.notebook_parser import parse
from fcnkit.grading.intake.plain_names import is_about_work, is_handout, is_numbered, plain_reading
from fcnkit.grading.intake.platforms import reading_of
from fcnkit.grading.intake.sections import (
    are_all_peoples,
    called_classes,
    hold_handouts,
    is_wrapper,
    without_working_files,
)
from fcnkit.grading.intake.submission import Entry, IntakeError, Refused, composed, listed, readable
from fcnkit.text import Text

CLASS_WITHIN = Text(
    ko="{path}: 그 안에 여러 학생의 제출물이 든 zip({names})이 또 있습니다. 압축을 풀고 안에 있던 zip을 지정하세요. 한 "
    "학생이 낸 것이라면 이 zip을 새 폴더에 넣고 그 폴더를 지정하세요.",
    en="{path}: holds zips with several students' hand-ins ({names}); unpack it, and give the zips that were in it. If "
    "one student handed it in, put it into a new folder and give that folder",
)

_MOST_OF_ONE = 20
"""More notebooks in one zip are not read to see whether they are one student's."""


def class_in_zip(path: Path, assignment: str) -> list[Entry]:
    """The members of a zip that holds a class; none when it is one student's own, damaged or no zip.

    Raises IntakeError for one in which there are only zips that hold a class.
    """
    if suffix(path.name) != ".zip" or disk.special(path):
        return []
    try:
        with archive.opened(path, path.name) as zipped:
            otters = archive.is_otter_export(zipped)
            everything = unwrapped(archive.whole(zipped, path), assignment, anyway=True)
            is_ones_own = otters or _bears_an_id(path.name, assignment)
            within = {} if is_ones_own else _zips_within(zipped, everything, assignment)
    except Refused:
        return []  # `read` says why
    if within and _hold_classes(within, assignment):
        raise IntakeError(CLASS_WITHIN, path=path, names=listed(map(readable, within)))
    return everything if _is_class_zip(path, everything, assignment, is_otters=otters) else []


def _zips_within(zipped: ZipFile, everything: list[Entry], assignment: str) -> dict[str, list[Entry]]:
    """What is in each zip of a zip in which all that could be graded are zips; nothing where one is a student's own."""
    given = [entry for entry in everything if not entry.is_left and is_gradable(entry)]
    are_zips = all(suffix(entry.parts[-1]) == ".zip" for entry in given)
    # Together no more is unpacked than of one file.
    if not are_zips or sum(archive.member_size(zipped, entry) for entry in given) > disk.MAX_BYTES:
        return {}
    within: dict[str, list[Entry]] = {}
    count = 0
    for entry in given:
        name = entry.parts[-1]
        try:
            content = archive.read_member(zipped, entry)
            count += archive.members_in(content)
            if count > archive.MAX_MEMBERS:
                return {}
            with archive.opened(content, name) as inner:
                if archive.is_otter_export(inner):
                    return {}
                within[name] = unwrapped(archive.whole(inner, entry.path), assignment, anyway=True)
                if len(given) == 1 and _is_a_terms_work(inner, within[name], assignment):
                    return {}
        except Refused:
            return {}  # as above
    return within


def _is_a_terms_work(zipped: ZipFile, entries: list[Entry], assignment: str) -> bool:
    """Whether each notebook says that it is of another assignment, one of them of this, and no name says whose it is.

    Names without a number may be those of topics: they do not tell of several people.
    """
    gradable = [entry for entry in entries if not entry.is_left and is_gradable(entry)]
    if not 1 < len(gradable) <= _MOST_OF_ONE or holds_several(gradable, assignment):
        return False
    try:
        said = {parse(archive.read_member(zipped, entry), entry.parts[-1]).assignment for entry in gradable}
    except Refused:
        return False
    return assignment in said and None not in said and len(said) == len(gradable)


def _bears_an_id(name: str, assignment: str) -> bool:
    """Whether a zip's name says whose it is, by a student number or a platform's id."""
    return is_numbered(stem(name)) or reading_of(name, is_file=True, assignment=assignment) is not None


def _hold_classes(within: dict[str, list[Entry]], assignment: str) -> bool:
    """Whether zips would be taken for one student's each, whoever else's work is in them."""
    if all(holds_several(entries, assignment) for entries in within.values()):
        return True
    if len(within) == 1:
        ((name, entries),) = within.items()
        is_class = _is_class_zip(Path(name), entries, assignment, is_otters=False)
        return is_class and are_all_peoples(entries)  # a student's hw.ipynb may stand beside another notebook
    return len(called_classes(within)) == len(within)


def _is_class_zip(path: Path, everything: list[Entry], assignment: str, *, is_otters: bool) -> bool:
    entries = [entry for entry in everything if not entry.is_left]
    if _is_class(entries, assignment):
        return True
    if is_numbered(stem(path.name)):
        return False
    if any(is_from_platform(entry, assignment) for entry in entries):
        return True
    gradable = [entry for entry in entries if is_gradable(entry)]
    if len(gradable) == 1 and len(gradable[0].parts) == 1 and is_numbered(stem(gradable[0].parts[0])):
        return not is_otters  # the first of a class, or a student's whose number tells more than the zip's name
    safe = not any(entry.problem for entry in entries if entry.parts[-1] != ".")
    handed_out = all(is_handout(entry.parts[0], is_file=len(entry.parts) == 1) for entry in gradable)
    if assignment:  # 01-kim is named alike, but is no notebook of ours
        handed_out &= any(entry.parts[0].startswith(assignment) for entry in gradable)
    return len(gradable) > 1 and safe and not is_otters and not handed_out


def _is_class(entries: list[Entry], assignment: str) -> bool:
    """Whether a platform's names tell of several people."""
    tops = {entry.parts[0]: len(entry.parts) == 1 for entry in entries if not entry.is_left}
    readings = (reading_of(top, is_file=is_file, assignment=assignment) for top, is_file in tops.items())
    return len({reading.key for reading in readings if reading is not None}) > 1


def holds_several(entries: list[Entry], assignment: str) -> bool:
    """Whether names tell of several people, by a platform's ids or by numbers."""
    tops = {entry.parts[0]: len(entry.parts) == 1 for entry in entries if not entry.is_left}
    keys = {plain_reading(top, is_file=is_file).key for top, is_file in tops.items()}
    return len({key for key in keys if key.startswith("number:")}) > 1 or _is_class(entries, assignment)


def contents(group: list[Entry], assignment: str) -> list[Entry]:
    """What stands in a folder, or in a zip on disk."""
    first = group[0]
    if len(first.parts) > 1:
        return unwrapped([replace(each, parts=each.parts[1:]) for each in group], assignment, anyway=False)
    if suffix(first.parts[0]) != ".zip" or first.member is not None or first.problem:
        return []
    try:
        with archive.opened(first.path, first.path.name) as zipped:
            return unwrapped(archive.whole(zipped, first.path), assignment, anyway=True)
    except Refused:
        return []  # `read` says why


def unwrapped(entries: list[Entry], assignment: str, *, anyway: bool, name: str = "") -> list[Entry]:
    """Without a folder that wraps the whole class: what a zip program adds when a folder is zipped or unpacked.

    `name` is the folder's own: unpacking often makes a folder in one of the same name.
    """
    beside = list[Entry]()
    while True:
        entries = without_working_files(entries)
        beside += [entry for entry in entries if entry.is_left]
        entries = [entry for entry in entries if not entry.is_left]
        theirs = [entry for entry in entries if len(entry.parts) > 1 or not is_nobodys(entry.parts[0])]
        if len({entry.parts[0] for entry in theirs}) != 1 or any(len(entry.parts) == 1 for entry in theirs):
            return beside + entries
        inner = [replace(entry, parts=entry.parts[1:]) for entry in theirs]
        if is_from_platform(theirs[0], assignment):
            return beside + entries
        is_again = theirs[0].parts[0] == name and len({entry.parts[0] for entry in inner}) > 1
        is_around = is_again or is_wrapper(composed(theirs[0].parts[0]))
        is_around |= is_about_work(theirs[0].parts[0]) or (bool(assignment) and hold_handouts(inner, assignment))
        if not (anyway or is_around or any(is_from_platform(entry, assignment) for entry in inner)):
            return beside + entries
        beside += [entry for entry in entries if entry not in theirs]
        entries = inner


def is_from_platform(entry: Entry, assignment: str) -> bool:
    return reading_of(entry.parts[0], is_file=len(entry.parts) == 1, assignment=assignment) is not None
