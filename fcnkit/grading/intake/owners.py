"""Finds the owner of a given path whose name does not tell it."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from fcnkit.grading.intake import disk
from fcnkit.grading.intake.disk import is_gradable
from fcnkit.grading.intake.file_names import stem, suffix
from fcnkit.grading.intake.plain_names import is_handout, is_nameless, is_numbered
from fcnkit.grading.intake.platforms import reading_of

_MOST_BESIDE = 1_000
_CLASS = 3
"""So many folders with one file each, all of one name, are people's; two may be two weeks'."""


def owners_of(given: Sequence[Path], assignment: str) -> dict[Path, Path]:
    """The folders of those paths that say nothing of whose they are, as a shell makes them of home/*/01-topic.

    Several paths end alike, in the hand-out's name: the person is the first folder above in which they differ.
    """
    groups = defaultdict[str, list[Path]](list)
    for path in given:
        if is_handout(path.name, is_file=not path.is_dir()) or path.name == assignment:
            groups[path.name].append(path)
    owners: dict[Path, Path] = {}
    for group in groups.values():
        if len(group) > 1 and all(map(_holds_handout, group)):
            above = [path.parent for path in group]
            while len({one.name for one in above}) == 1 and all(one != one.parent for one in above):
                above = [one.parent for one in above]
            if len({one.name for one in above}) == len(group):
                owners |= zip(group, above, strict=True)
    folders = [path for path in given if path.is_dir() and not path.is_symlink() and path not in owners]
    if len(given) == 1:
        owners |= {path: path for path in folders if _holds_one_nameless(path)}
    if len(folders) > 1:  # each person's folder, as a shell makes them of class/*
        alike = _of_one_file_alike(folders)
        owners |= {
            path: path
            for path in folders
            if path in alike
            or (
                not is_handout(path.name, is_file=False)
                and (_holds_handout(path, True) or (path.parent in folders and _holds_one(path)))
            )
        }
    return owners


def _holds_one_nameless(path: Path) -> bool:
    """Whether a folder holds one notebook whose name tells of nobody: then it is a student's."""
    if is_handout(path.name, is_file=False):
        return False
    files = [entry for entry in disk.files_below(path) if is_gradable(entry) and not entry.is_left]
    if len(files) != 1 or len(files[0].parts) != 1:
        return False
    name = files[0].parts[0]
    if is_nameless(name):
        return True
    if is_numbered(stem(name)) or reading_of(name, is_file=True) is not None:
        return False
    alike = _of_one_file_alike(_folders_beside(path))
    return path in alike and len(alike) >= _CLASS


def _folders_beside(path: Path) -> list[Path]:
    """A folder and the first of those that stand beside it."""
    try:
        with os.scandir(path.parent) as scan:
            beside = [Path(item.path) for item in islice(scan, _MOST_BESIDE) if item.is_dir(follow_symlinks=False)]
    except OSError:
        return [path]
    return [path, *(one for one in beside if one != path)]


def _of_one_file_alike(folders: list[Path]) -> list[Path]:
    """Folders that stand together and hold one file each, of the same name: that names nobody, so the folders do."""
    alike = defaultdict[tuple[Path, str], list[Path]](list)
    for folder in folders:
        try:
            with os.scandir(folder) as scan:
                names = [item.name for item in scan if suffix(item.name) in disk.HANDED_IN or item.is_dir()]
        except OSError:
            continue
        if len(names) == 1 and suffix(names[0]) in disk.HANDED_IN:
            alike[folder.parent, names[0]].append(folder)
    return [folder for group in alike.values() if len(group) > 1 for folder in group]


def _holds_handout(path: Path, alone: bool = False) -> bool:
    """Whether a path is a file, or a folder in which a hand-out's notebook or folder stands (and nobody else's)."""
    if not path.is_dir():
        return True
    try:
        with os.scandir(path) as scan:
            inside = [(item.name, item.is_file(follow_symlinks=False)) for item in scan]
    except OSError:
        return False
    theirs = [(name, is_file) for name, is_file in inside if not is_file or suffix(name) in disk.HANDED_IN]
    named = [is_handout(name, is_file=is_file) for name, is_file in theirs]
    return bool(named) and (all(named) if alone else any(named))


def _holds_one(path: Path) -> bool:
    """Whether a folder, which was given with the one around it, holds one thing to grade: then it is somebody's."""
    return sum(is_gradable(entry) and not entry.is_left for entry in disk.files_below(path)) == 1
