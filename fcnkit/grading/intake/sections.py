"""Folders and zips that are a class, or a part of one, by what they are called: sections, and what Drive packs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from fcnkit.grading.intake.disk import is_gradable
from fcnkit.grading.intake.plain_names import (
    is_classroom_copy,
    is_handout,
    is_nameless,
    plain_reading,
    without_copy,
)
from fcnkit.grading.intake.submission import Entry

_DRIVE = re.compile(r".+-\d{8}T\d{6}Z(?:-\d+)*\.zip", re.I)
"""What Google Drive calls the zips that it makes of a folder, several of a large one: `과제1-20261129T101010Z-001`."""
_WRAPPER = re.compile(
    r"submitted files|student work|(?:all )?submissions|hand-?ins|제출물|제출 ?(?:된 ?|한 ?)?파일|과제물"
    r"|homes?|users|students|학생들?",
    re.I,
)
"""What platforms, such as Microsoft Teams or JupyterHub, and people call a folder with everybody's hand-ins in it."""
_SECTION = re.compile(
    r"(?:(?:제 ?)?\d{1,3} ?분?반|분반[ _-]?\d{1,3}|[A-Z가나다라마바사] ?분?반"
    r"|(?:section|sec|class)[ _-]?(?:\d{1,3}|[A-Z]))(?:\.zip)?",
    re.I,
)


_CLASS = 3
_SUBMITTED = re.compile(r"submitted files|제출(?:된|한) ?파일", re.I)
_WORKING = re.compile(r"working files|작업 ?(?:중인 ?)?파일", re.I)
"""Beside what was handed in, Microsoft Teams packs what students have not handed in, or not yet."""
_CLONES = "-submissions"
"""What `gh classroom clone` writes behind the assignment's name, in which each folder begins with that."""


def without_working_files(entries: list[Entry]) -> list[Entry]:
    """Entries in which Teams' folder of files in work is marked as nothing that anybody hands in."""
    if not any(_SUBMITTED.fullmatch(entry.parts[0]) for entry in entries if len(entry.parts) > 1):
        return entries
    left = {entry.parts[0]: entry for entry in entries if len(entry.parts) > 1 and _WORKING.fullmatch(entry.parts[0])}
    marked = [replace(entry, parts=(top, ""), is_left=True) for top, entry in left.items()]
    return [entry for entry in entries if entry.parts[0] not in left] + marked


def clones_of(folder: str) -> str:
    """The assignment of which a folder holds everybody's clones, going by its name; empty where it holds none."""
    return folder.removesuffix(_CLONES) if folder.endswith(_CLONES) else ""


def _are_clones(folder: str, inside: Sequence[Entry]) -> bool:
    folders = {entry.parts[0] for entry in inside if len(entry.parts) > 1}
    begins = f"{clones_of(folder)}-"
    return begins != "-" and bool(folders) and all(one.startswith(begins) for one in folders)


def hold_handouts(inside: Sequence[Entry], assignment: str) -> bool:
    """Whether so many folders in it each have a notebook of the assignment that they are a class', not drafts."""
    folders = {
        entry.parts[0]
        for entry in inside
        if len(entry.parts) > 1 and is_handout(entry.parts[-1], is_file=True) and entry.parts[-1].startswith(assignment)
    }
    return len({folder for folder in folders if not is_nameless(folder)}) >= _CLASS


def _is_ones_copy(top: str) -> bool:
    """Whether a folder or zip, which others stand beside, is called like one with hand-ins in it, or a copy of that."""
    return is_wrapper(without_copy(top.removesuffix(".zip")))


def is_wrapper(folder: str) -> bool:
    """Whether a folder is called like one in which a class' hand-ins are."""
    return _WRAPPER.fullmatch(folder) is not None


def called_classes(within: Mapping[str, list[Entry]]) -> dict[str, list[Entry]]:
    """Those of the folders and zips, each with what is in it, that no person's hand-in is called like."""
    found = {top: inside for top, inside in within.items() if _SECTION.fullmatch(top) and _tells_people(inside)}
    found |= {top: inside for top, inside in within.items() if _are_clones(top, inside)}
    found |= {top: inside for top, inside in within.items() if _is_ones_copy(top) and are_all_peoples(inside)}
    drives = {top: inside for top, inside in within.items() if inside and _DRIVE.fullmatch(top)}
    if _are_copies_of_several(entry for inside in drives.values() for entry in inside):
        found |= drives
    return found


def are_all_peoples(inside: Sequence[Entry]) -> bool:
    """Whether several things are in it, and each is called by more than that."""
    telling = _tell_people(inside)
    return len(telling) > 1 and all(telling)


def _tells_people(inside: Sequence[Entry]) -> bool:
    """Whether something in it is not called by the hand-out's name or by words about it alone."""
    return any(_tell_people(inside))


def _tell_people(inside: Sequence[Entry]) -> list[bool]:
    files = {entry.parts[0]: len(entry.parts) == 1 for entry in inside if not entry.is_left and is_gradable(entry)}
    return [not (is_nameless(name) if is_file else is_handout(name, is_file=False)) for name, is_file in files.items()]


def _are_copies_of_several(entries: Iterable[Entry]) -> bool:
    """Whether Google Classroom's copies of the hand-out for two students or more are among the files."""
    copies = {entry.parts[0] for entry in entries if len(entry.parts) == 1 and is_classroom_copy(entry.parts[0])}
    return len({plain_reading(name, is_file=True).name for name in copies}) > 1
