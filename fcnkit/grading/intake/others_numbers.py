"""Says where a file among what a student handed in bears another student's number: it may be another's work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from fcnkit.grading.intake.plain_names import plain_reading
from fcnkit.grading.intake.submission import Entry, Person, readable
from fcnkit.text import Text

ANOTHERS = Text(
    ko="함께 제출한 '{name}'의 이름에는 다른 학생의 학번({number})이 있습니다. 누구의 것인지 확인해 주세요.",
    en="The name of '{name}', which was handed in here, bears another student's number ({number}). Check whose work it "
    "is.",
)
_MOST = 3
"""What stands in more people's files is the number of a course or a group, not a student's."""
_TOLD = 3
"""Of the other numbers among one student's files."""


def notes(hand_ins: Sequence[tuple[str, Sequence[Entry]]], within: Mapping[Path, Iterable[Entry]]) -> list[list[Text]]:
    """What is to be said of each hand-in, of which the person's number, if one is known, and the files are given.

    `within` has what is in zips that were opened.
    """
    known = {own for own, _ in hand_ins}
    bearers: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for place, (own, entries) in enumerate(hand_ins):
        if own:
            bearers[own][place] = ""  # what else is among their files, `read` sees
            continue
        for entry in entries:
            for each in within.get(entry.path, ()) if len(entry.parts) == 1 else (entry,):
                if number := _number_in(each.parts[-1], known):
                    bearers[number].setdefault(place, readable(each.parts[-1]))
    said: list[list[Text]] = [[] for _ in hand_ins]
    for number, named in bearers.items():
        for place, name in named.items() if 1 < len(named) <= _MOST else ():
            if name:
                said[place].append(ANOTHERS.format(name=name, number=number))
    return said


def _number_in(name: str, known: Collection[str] = ()) -> str:
    """The student number in a file's name; empty where there is none, and where it may be a day and is not known."""
    reading = plain_reading(name, is_file=True)
    return reading.id if not reading.is_at_place or reading.id in known else ""


def among(person: Person, names: Iterable[str]) -> list[Text]:
    """What is to be said of the names of a student's files where another number than their own is in them.

    Of a class' worth of them, the first few say enough.
    """
    if not person.identity.startswith("number:"):
        return []
    numbers = {_number_in(name): readable(name) for name in names}
    others = [(name, number) for number, name in numbers.items() if number not in ("", person.id)]
    return [ANOTHERS.format(name=name, number=number) for name, number in others[:_TOLD]]
