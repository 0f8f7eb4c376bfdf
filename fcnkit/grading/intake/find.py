"""First step of intake: who handed in what. Reads names only, and opens a zip only if it may hold a whole class."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC
from pathlib import Path

from fcnkit.course import Attempts
from fcnkit.deadlines.late_work import LATE
from fcnkit.deadlines.moments import moment
from fcnkit.grading.intake import archive, disk, mailed, others_numbers
from fcnkit.grading.intake.disk import is_gradable
from fcnkit.grading.intake.file_names import safe, stem
from fcnkit.grading.intake.identities import could_be_one, settle, spelling
from fcnkit.grading.intake.locations import SUBMITTED, Location, locations, own_entries
from fcnkit.grading.intake.nothing_to_grade import why_nothing
from fcnkit.grading.intake.owner_reading import readings
from fcnkit.grading.intake.platforms import SAKAI, Reading
from fcnkit.grading.intake.submission import (
    Entry,
    Findings,
    Found,
    IntakeError,
    Person,
    Refused,
    composed,
    listed,
    readable,
)
from fcnkit.text import BadValue, Text

MARKED_LATE = Text(ko="Canvas에 늦은 제출로 표시되어 있습니다.", en="Canvas marks this submission as late.")
NEWER = Text(
    ko="여러 번 제출한 파일 가운데 가장 나중의 '{graded}'만 채점했습니다.",
    en="Of several uploads of this file only the last one, '{graded}', was graded.",
)
OLDER = Text(
    ko="여러 번 제출한 파일 가운데 가장 먼저 낸 '{graded}'만 채점했습니다(attempts = \"first\").",
    en="Of several uploads of this file only the first one, '{graded}', was graded (attempts = \"first\").",
)
TYPED_TOO = Text(
    ko="{platform}에 직접 입력한 글이나 링크(online text)는 채점하지 않았습니다.",
    en="What was typed into {platform} itself (online text or a link) was not graded.",
)

NOBODYS = Text(
    ko="{path}: 제출물로 볼 것이 하나도 없습니다. 노트북(.ipynb)이나 zip, 또는 그것이 들어 있는 폴더를 지정하세요.",
    en="{path}: nothing that anybody hands in; give a notebook (.ipynb), a zip, or the folder that holds them",
)
PERHAPS_A_CLASS = Text(
    ko="'{name}' 폴더 전체를 한 학생의 것으로 보았습니다. 여러 학생의 제출물이 들어 있다면 그 폴더 자체를 지정하세요.",
    en="All of the folder '{name}' was taken for one student's. If it holds several students' hand-ins, give that "
    "folder itself.",
)
WORDS_TOO = Text(
    ko="노트북이나 zip 파일이 첨부되지 않은 다음 메일은 채점하지 않았습니다: {names}",
    en="These mails, to which no notebook or zip is attached, were not graded: {names}",
)

TIMESTAMP = "timestamp.txt"
"""What nbgrader writes beside what a student hands in."""
_LONGEST_TIME = 80
_SEVERAL = 3
_VERSION = re.compile(r"(?:version|버전) (\d{1,4})", re.I)
_FEEDBACK = "Feedback Attachment(s)"
"""Where Sakai keeps what a teacher has given back."""


@dataclass
class _Pile:
    """What is gathered for one person."""

    person: Person
    source: str
    entries: list[tuple[Entry, Reading]] = field(default_factory=list)
    root: str = ""
    """The place of the first file."""
    typed: str = ""
    typed_entries: list[Entry] = field(default_factory=list)
    notes: dict[Text, None] = field(default_factory=dict)
    """What is to be said of all of it, each once."""


def find(paths: Sequence[Path], assignment: str = "") -> list[Found]:
    """Who handed in what; see `survey`."""
    return list(survey(paths, assignment).people)


def survey(paths: Sequence[Path], assignment: str = "", attempts: Attempts = "last") -> Findings:
    """Finds submissions, sorted by student, and the files that belong to no submission.

    A path is a notebook, a folder with a file or a folder for each student, a class' download as a zip, or one
    student's own zip. Inside a folder a zip is one student's. `assignment` is the name of the one that is graded.
    Raises IntakeError for a path that does not exist, for our own results and where there is no submission at all.
    """
    piles: dict[str, list[_Pile]] = {}
    over: list[str] = []
    read = [(place, readings(place, assignment)) for place in locations(paths, assignment)]
    apart = mailed.told_apart(one for _, whose in read for several in whose.values() for one in several)
    for place, whose in read:
        known = {top: [apart.get(one, one) for one in several] for top, several in whose.items()}
        over += _pile_up(piles, place, known)
    if not piles:
        raise IntakeError(NOBODYS, path=", ".join(map(str, paths)))
    ordered = sorted(
        (pile for same in piles.values() for pile in same), key=lambda pile: (pile.person.identity, pile.source)
    )
    within = {path: inside for place, _ in read for path, inside in place.within.items()}
    handed_in = [(_number(pile.person), [entry for entry, _ in pile.entries]) for pile in ordered]
    for pile, said in zip(ordered, others_numbers.notes(handed_in, within), strict=True):
        pile.notes.update(dict.fromkeys(said))
    if len(ordered) == 1 and ordered[0].person.place and (around := _folder_of_several(ordered[0])):
        ordered[0].notes[PERHAPS_A_CLASS.format(name=around)] = None
    found = [one for pile in ordered for one in _found(pile, attempts)]
    people = sorted(settle(found, {}, {}).found, key=lambda found: (found.student, found.source))
    return Findings(tuple(people), tuple(sorted(over)))


def _folder_of_several(pile: _Pile) -> str:
    """The folder that holds so many notebooks, or folders with some, that they may be a class'; empty where none is."""
    below = {entry.parts[:2] for entry, _ in pile.entries if len(entry.parts) > 1 and is_gradable(entry)}
    is_one = len({folder for folder, *_ in below}) == 1
    return readable(next(iter(below))[0]) if is_one and len(below) >= _SEVERAL else ""


def _number(person: Person) -> str:
    """The student number by which a person is known, if any."""
    return person.id if person.identity.startswith("number:") else ""


def find_own(path: Path) -> Found:
    """What one student handed in, as a platform that calls the grader for each student alone leaves it.

    A notebook, a zip, or a folder in which everything is theirs. Raises IntakeError for a folder that cannot be listed.
    """
    entries = own_entries(path)
    if not entries:
        entries = [Entry((".",), path, problem=disk.EMPTY.format(name=readable(path.name)))]
    name = path.name if path.is_dir() and not path.is_symlink() else stem(path.name)
    reading = Reading("", name)
    pile = _Pile(Person("", name), readable(path.name), [(entry, reading) for entry in entries])
    (found,) = _found(pile, "last")
    return replace(found, student=safe(name))


def _pile_up(piles: dict[str, list[_Pile]], place: Location, whose: Mapping[str, Sequence[Reading]]) -> list[str]:
    """Assigns each file of a location to its person; returns the files that belong to none."""
    over = list(place.passed_over)
    over += [entry for entry in place.entries if not whose[entry.parts[0]]]
    receipts: list[tuple[Entry, Reading]] = []
    said = [(file, _of_version(file, reading)) for file in place.entries for reading in whose[file.parts[0]]]
    for entry, reading in said:
        if reading.key.startswith(SAKAI) and entry.parts[1:2] == (_FEEDBACK,):
            over.append(entry)
        elif reading.is_receipt:
            receipts.append((entry, reading))
        else:
            pile = _pile_of(piles, place, reading, entry)
            pile.notes.update(dict.fromkeys(place.notes))
            if reading.typed:
                pile.typed = reading.typed
                pile.typed_entries.append(entry)
            else:
                pile.entries.append((entry, reading))
    for entry, reading in receipts:
        if reading.key in piles:
            over.append(entry)
        else:  # an attempt without a file
            pile = _pile_of(piles, place, reading, entry)
            pile.typed = "Blackboard"
            pile.typed_entries.append(entry)
    return [entry.shown for entry in over]


def _of_version(entry: Entry, reading: Reading) -> Reading:
    """Microsoft Teams keeps what was handed in again in a folder of its own, such as `Version 2`."""
    version = _VERSION.fullmatch(composed(entry.parts[-2])) if len(entry.parts) > 2 else None
    if version is None or reading.attempt is not None:
        return reading
    return replace(reading, series="/".join(entry.parts[:-2]), attempt=(int(version[1]),))


def _pile_of(piles: dict[str, list[_Pile]], place: Location, reading: Reading, entry: Entry) -> _Pile:
    """The pile of the person whom a reading tells of."""
    identity = reading.key
    whole = stem(entry.parts[0]) if len(entry.parts) == 1 else entry.parts[0]
    if reading.is_at_place:  # an id may be a date, which only a roster can tell
        at_place = f"{place.name}/{reading.key}{spelling(whole)}"
        identity = f"number:{reading.id}/{at_place}" if reading.id else f"name:{at_place}"
    root = place.root if reading.is_at_place else ""
    same = piles.setdefault(identity, [])
    for pile in same:
        if pile.person.place == root and not _is_told_apart(pile, place, reading):
            if pile.person.name == pile.person.id:  # a number without a name so far
                pile.person = replace(pile.person, name=reading.name)
            return pile
    person = Person(identity, reading.name, reading.label, reading.id, reading.email, root)
    same.append(_Pile(person, Entry((entry.parts[0],), entry.path, entry.member).shown, root=place.root))
    return same[-1]


def _is_told_apart(pile: _Pile, place: Location, reading: Reading) -> bool:
    """Whether the name says that this is another person with the same id.

    Names count within one download, and where ids were typed by hand.
    """
    counts = reading.key.startswith("number:") or (pile.root == place.root and not reading.is_at_place)
    return counts and not could_be_one(pile.person, reading.name, reading.id)


def _found(pile: _Pile, attempts: Attempts) -> Iterator[Found]:
    """What a person handed in: once, or each attempt where the best counts."""
    gradable = [(entry, reading) for entry, reading in pile.entries if is_gradable(entry)]
    beside = [entry.shown for entry, _ in pile.entries if not is_gradable(entry)]
    beside += [entry.shown for entry in pile.typed_entries]
    tries = _tries(gradable)
    if not tries:
        why = why_nothing([entry for entry, _ in pile.entries], pile.typed, pile.typed_entries)
        yield Found("", pile.person, pile.source, (), why, (), tuple(beside))
        return
    chosen = {"last": tries[-1:], "first": tries[:1], "best": tries}[attempts]
    beside += [entry.shown for one in tries if one not in chosen for entry, _ in one]
    for one in chosen:
        entries = tuple(entry for entry, _ in one)
        warnings = [MARKED_LATE] if any(reading.submitted == LATE for _, reading in one) else []
        warnings += dict.fromkeys([*pile.notes, *(note for _, reading in one for note in reading.notes)])
        if len(tries) > 1 and attempts != "best":
            warnings.append((NEWER if attempts == "last" else OLDER).format(graded=entries[0].shown))
        warnings += _typed_too(pile)
        source = entries[0].shown if len(entries) == 1 else pile.source
        yield Found(
            "",
            pile.person,
            source,
            entries,
            None,
            tuple(warnings),
            tuple(beside),
            _uploaded(one),
            _submitted(pile, one),
        )


def _typed_too(pile: _Pile) -> Iterator[Text]:
    """A sentence where somebody has sent words besides files."""
    if pile.typed:
        names = listed(entry.shown for entry in pile.typed_entries)
        text = WORDS_TOO if pile.typed == mailed.TYPED else TYPED_TOO
        yield text.format(platform=pile.typed, names=names)


def _tries(gradable: list[tuple[Entry, Reading]]) -> list[list[tuple[Entry, Reading]]]:
    """Files by attempt, earliest first; a single attempt if names do not number them."""
    attempts = {reading.attempt for _, reading in gradable}
    if None in attempts or len({reading.series for _, reading in gradable}) > 1:
        return [gradable] if gradable else []
    return [
        [(entry, reading) for entry, reading in gradable if reading.attempt == attempt]
        for attempt in sorted(attempts, key=lambda attempt: attempt or ())
    ]


def _uploaded(one: Sequence[tuple[Entry, Reading]]) -> str:
    """The latest attempt among files as a text that sorts as attempts do; empty where one does not tell."""
    attempts = [reading.attempt for _, reading in one if reading.attempt is not None]
    return " ".join(f"{number:020}" for number in max(attempts)) if len(attempts) == len(one) else ""


def _submitted(pile: _Pile, one: Sequence[tuple[Entry, Reading]]) -> str:
    """When the last of some files came; in nbgrader's `submitted/STUDENT/ASSIGNMENT/`, what its own file there says.

    On any other platform a file of that name would be the student's.
    """
    if Path(pile.root).name == SUBMITTED:
        for entry, reading in pile.entries:
            is_nbgraders = len(entry.parts) == 3 and entry.parts[-1] == TIMESTAMP
            if is_nbgraders and (reading.is_at_place or reading.key.startswith("number:")):
                return _timestamp(entry)
    return max((reading.submitted for _, reading in one), default="")


def _timestamp(entry: Entry) -> str:
    try:
        text = archive.content(entry)[:_LONGEST_TIME].decode(errors="replace").strip()
        moment(text, UTC)
    except (Refused, BadValue):
        return ""
    return text
