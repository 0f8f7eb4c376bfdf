"""Reads the owner of each file and folder of a location from its name and from the names around it.

One name alone can be read in several ways, since its end is the student's own. A download is of one platform, gives
nobody two names and everybody a number of the same kind, so the other names settle most of that; the rest is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace

from fcnkit.grading.intake import archive, gradescope_metadata, mailed
from fcnkit.grading.intake.file_names import stem, suffix
from fcnkit.grading.intake.locations import Location
from fcnkit.grading.intake.new_canvas import canvas_of_small_numbers
from fcnkit.grading.intake.nobody import is_nobodys
from fcnkit.grading.intake.plain_names import compatible, plain_reading
from fcnkit.grading.intake.platforms import (
    BLACKBOARD,
    CANVAS,
    MOODLE,
    Reading,
    readings_of,
    with_whole_logins,
    without_group,
)
from fcnkit.grading.intake.sections import clones_of
from fcnkit.grading.intake.submission import Refused, composed, readable
from fcnkit.text import Text

SEVERAL = Text(
    ko="이 이름은 여러 가지로 읽힙니다({readings}). 어느 것인지 정하지 않고 따로 두었으니, 파일 이름을 고치거나 "
    "내려받은 파일 전체를 함께 지정해 주세요.",
    en="This name can be read in several ways ({readings}), so it stands for itself. Rename the file, or give the "
    "whole download together, which tells.",
)
_MOST_NAMES = 20
"""Nobody has more spellings of a name."""
Readings = Mapping[str, tuple[Reading, ...]]
"""By the name of a file or folder; several where a group has handed in together, none where it is nobody's."""


def readings(place: Location, assignment: str) -> Readings:
    """Whose each file and folder of a place is."""
    exported = _gradescope(place)
    called = clones_of(place.name) or assignment
    fitting = {top: readings_of(top, is_file=is_file, assignment=called) for top, is_file in place.tops.items()}
    files = [top for top, is_file in place.tops.items() if is_file and not is_nobodys(top)]
    if len(files) == len(place.tops):
        for top, reading in canvas_of_small_numbers(files).items():
            fitting[top] = fitting[top] or {"canvas": reading}
    platforms = {platform for fits in fitting.values() if len(fits) == 1 for platform in fits}
    read: dict[str, Reading] = {}
    for top, is_file in place.tops.items():
        fits = fitting[top]
        by_place = [reading for platform, reading in fits.items() if {platform} == platforms]
        if len(fits) == 1 or by_place:
            read[top] = by_place[0] if by_place else next(iter(fits.values()))
        elif fits and (numbered := _by_number(top, fits.values(), is_file=is_file, assignment=assignment)):
            read[top] = numbered
        elif fits:
            shown = ", ".join(f"{platform.capitalize()}: {each.name} {each.id}" for platform, each in fits.items())
            said = SEVERAL.format(readings=readable(shown))
            read[top] = Reading(composed(top), stem(composed(top)), is_at_place=True, notes=(said,))
        else:
            plain = plain_reading(top, is_file=is_file, assignment=assignment)
            whose = _of_mail(place, top, plain) if is_file and suffix(top) == mailed.MAIL else plain
            if whose and not (is_file and plain.is_at_place and is_nobodys(top)):
                read[top] = whose
    for top in _not_canvas(read):
        read[top] = plain_reading(top, is_file=True, assignment=assignment)
    read |= with_whole_logins(_of(BLACKBOARD, read)) | without_group(_of(MOODLE, read)) | _numbers(read)
    alone = {top: (read[top],) if top in read else () for top in place.tops}
    return {**alone, **exported}


def _by_number(top: str, fits: Iterable[Reading], *, is_file: bool, assignment: str) -> Reading | None:
    """Whose a name is that several platforms could have written, if one of them took the only student number for an id.

    The number tells who it is, whoever wrote it there.
    """
    plain = plain_reading(top, is_file=is_file, assignment=assignment)
    named = [each.name for each in fits if each.id == plain.id and not plain.is_at_place]
    return replace(plain, name=named[0]) if named else None


def _of_mail(place: Location, top: str, plain: Reading) -> Reading | None:
    """Whose a mail is; None where it is nobody's hand-in."""
    entry = next(entry for entry in place.entries if entry.parts == (top,))
    if entry.problem is not None:
        return plain
    try:
        return mailed.reading(mailed.read_mail(archive.content(entry), top), plain)
    except Refused:  # `read` says why
        return plain


def _of(platform: str, read: Mapping[str, Reading]) -> dict[str, Reading]:
    return {top: reading for top, reading in read.items() if reading.key.startswith(platform)}


def _not_canvas(read: Mapping[str, Reading]) -> list[str]:
    """The files that are only named as Canvas names them: in one download nobody has two names."""
    users: Mapping[str, dict[str, str]] = defaultdict(dict)
    for top, reading in _of(CANVAS, read).items():
        users[reading.key][top] = reading.name
    return [top for names in users.values() if not _are_one(set(names.values())) for top in names]


def _are_one(names: set[str]) -> bool:
    return len(names) <= _MOST_NAMES and all(compatible(name, other) for name in names for other in names)


def _numbers(read: Mapping[str, Reading]) -> dict[str, Reading]:
    """Student numbers that could be days, where most names beside them bear a number that can be none.

    A day stands beside several people's names, or before several files; a student number beside one name.
    """
    sure = [reading for reading in read.values() if reading.key.startswith("number:")]
    dated = {top: reading for top, reading in read.items() if reading.is_at_place and reading.id}
    names: Mapping[str, set[str]] = defaultdict(set)
    for reading in dated.values():
        names[reading.id].add(reading.name)
    if len(sure) < len(dated) or not all(map(_are_one, names.values())):
        return {}
    return {top: replace(reading, key=f"number:{reading.id}", is_at_place=False) for top, reading in dated.items()}


def _gradescope(place: Location) -> Readings:
    for entry in place.entries:
        if entry.parts == (gradescope_metadata.FILE,):
            with suppress(Refused):
                exported = gradescope_metadata.people_of(archive.content(entry))
                return {folder: people for folder, people in exported.items() if folder in place.tops}
    return {}
