"""One person, one entry: what two rows of a roster have in common, and what must not be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from fcnkit.roster.person_names import evened, look, spellings
from fcnkit.roster.roster import Id, Student, complained, listed
from fcnkit.text import Text, place

IN_TWO_SECTIONS = Text(
    ko="{place}: '{name}' 학생은 여러 분반({sections})에 있습니다. 한 사람으로 봅니다.",
    en="{place}: '{name}' stands in several sections ({sections}); counted as one person.",
)
TWICE = Text(
    ko="{place}: '{name}' 학생이 {first}번째 줄에도 있습니다. 한 사람으로 봅니다.",
    en="{place}: '{name}' stands in line {first} too; counted as one person.",
)
ID = Text(ko="학번", en="id")
ADDRESS = Text(ko="이메일", en="e-mail address")
TWO_OF_ONE = Text(
    ko="{place}: {name!r} 학생의 {kind} {value!r:이} {first}번째 줄의 {other!r} 학생과 같습니다. 둘 가운데 하나를 "
    "바로잡으세요.",
    en="{place}: {name!r} has the {kind} {value!r} of {other!r} in line {first}; correct one of them",
)
ONE_HAND_IN = Text(
    ko="{place}: {name!r} 학생과 {first}번째 줄의 {other!r} 학생의 'identity'가 {value!r:으로} 같습니다. "
    "한 제출물은 한 사람의 것이니, 모둠이 함께 제출했다면 파일을 모둠원마다 하나씩 복사해 이름에 학번을 넣으세요.",
    en="{place}: {name!r} and {other!r} in line {first} have one 'identity', {value!r}; a hand-in is one person's, so "
    "where a team handed it in, make a copy for each member with the member's student number in its name",
)
NOT_TOLD_APART = Text(
    ko="{place}: {name!r} 학생과 {first}번째 줄의 {other!r} 학생을 구별할 수 없습니다. 둘 다 옆에 학번을 쓰거나, 같은 "
    "사람이면 하나를 지우세요.",
    en="{place}: nothing tells {name!r} from {other!r} in line {first}; write a student number beside both, or remove "
    "one if they are one person",
)
ALIKE = Text(
    ko="{place}: '{name}' 이름과 {first}번째 줄의 '{other}' 이름은 똑같아 보이지만 서로 다른 글자({letters})로 쓰여 "
    "있습니다. 같은 이름이라면 명단에서 바로잡아 주세요.",
    en="{place}: '{name}' and '{other}' in line {first} look the same but are written with other letters ({letters}); "
    "where they are one name, correct it in the roster.",
)
SHORTER = Text(
    ko="{place}: 다른 학번보다 짧은 학번이 있습니다(줄: {lines}). 앞의 0이 지워졌을 수 있습니다. 앞의 0은 빼고 "
    "비교하니, 표에 제대로 나오게 하려면 열 서식을 '텍스트'로 바꾸어 다시 저장해 주세요.",
    en="{place}: some student numbers are shorter than the others (lines: {lines}); a spreadsheet may have taken zeros "
    "off their front. They are compared without those; to have them right in the tables, set the column's format to "
    "text and save it again.",
)
_EMAIL = "e-mail"
_USUAL = 0.7
"""The share of student numbers that must be equally long for a shorter one to look odd."""


class _Key(NamedTuple):
    """What no two people have in common."""

    kind: str
    """An id's, or `_EMAIL`."""
    value: str


def one_each(
    path: Path, students: Iterable[Student], remarks: Sequence[Text]
) -> tuple[tuple[Student, ...], tuple[Text, ...]]:
    """Each person once, and the remarks with those about rows that were put together or look odd.

    Raises RosterError where two people have one id or address, or nothing tells two of one name apart.
    """
    said, complaints = list(remarks), list[Text]()
    known: dict[_Key, Student] = {}
    kept: dict[int, Student] = {}
    for student in students:
        keys = _keys(student)
        others = {known[key].line: kept[known[key].line] for key in keys if key in known}
        merged = student
        for other in others.values():
            if not _same_name(student, other):
                shared = next(key for key in keys if key in known and known[key].line == other.line)
                complaints.append(_two_of_one(path, student, other, shared))
                continue
            merged = _together(other, merged)
            del kept[other.line]
            said.append(_put_together(path, student, other))
        kept[merged.line] = merged
        for key in _keys(merged):
            known[key] = merged
    people = tuple(sorted(kept.values(), key=lambda each: each.line))
    complaints += _not_told_apart(path, people)
    if complaints:
        raise complained(complaints)
    return people, (*said, *_alike(path, people), *_shorter(path, people))


def _keys(student: Student) -> list[_Key]:
    ids = [_Key(id.kind, id.value.casefold()) for id in student.ids]
    return [*ids, *(_Key(_EMAIL, email.casefold()) for email in student.emails)]


def _same_name(one: Student, other: Student) -> bool:
    spelled = {spelling for name in (other.name, *other.also) for spelling in spellings(name)}
    return any(evened(name) in spelled for name in (one.name, *one.also))


def _two_of_one(path: Path, student: Student, other: Student, shared: _Key) -> Text:
    kind = ADDRESS if shared.kind == _EMAIL else ID
    text = ONE_HAND_IN if shared.kind == "identity" else TWO_OF_ONE
    names = {"name": student.name, "other": other.name, "first": other.line}
    return text.format(place=place(path, student.line), kind=kind, value=shared.value, **names)


def _together(one: Student, other: Student) -> Student:
    first = min(one, other, key=lambda student: student.line)
    return replace(
        first,
        ids=tuple(dict.fromkeys(one.ids + other.ids)),
        emails=tuple(dict.fromkeys(one.emails + other.emails)),
        also=tuple(dict.fromkeys((*one.also, *other.also, *({one.name, other.name} - {first.name})))),
        sections=tuple(dict.fromkeys(one.sections + other.sections)),
        again=tuple(sorted({one.line, other.line, *one.again, *other.again} - {first.line})),
        terms=tuple(dict.fromkeys(one.terms + other.terms)),
    )


def _put_together(path: Path, student: Student, other: Student) -> Text:
    sections = dict.fromkeys(other.sections + student.sections)
    where = place(path, student.line)
    if len(sections) > 1:
        return IN_TWO_SECTIONS.format(place=where, name=student.name, sections=", ".join(sections))
    return TWICE.format(place=where, name=student.name, first=other.line)


def _not_told_apart(path: Path, people: Sequence[Student]) -> list[Text]:
    named: dict[str, Student] = {}
    complaints = []
    for student in people:
        first = named.setdefault(evened(student.name) or student.name, student)
        if first is not student and not (first.id and student.id and first.id != student.id):
            names = {"name": student.name, "other": first.name, "first": first.line}
            complaints.append(NOT_TOLD_APART.format(place=place(path, student.line), **names))
    return complaints


def _alike(path: Path, people: Sequence[Student]) -> list[Text]:
    seen: dict[str, Student] = {}
    remarks = []
    for student in people:
        other = seen.setdefault(look(student.name), student)
        if evened(other.name) != evened(student.name):
            letters = listed([letter for letter in student.name if letter not in other.name])
            remarks.append(
                ALIKE.format(
                    place=place(path, student.line),
                    name=student.name,
                    other=other.name,
                    first=other.line,
                    letters=letters,
                )
            )
    return remarks


def _shorter(path: Path, people: Sequence[Student]) -> list[Text]:
    numbers = [(student.line, id.value) for student in people for id in student.ids if _is_plain(id)]
    if not numbers:
        return []
    length, count = Counter(len(value) for _, value in numbers).most_common(1)[0]
    lines = [line for line, value in numbers if len(value) < length and not value.startswith("0")]
    if not lines or count < _USUAL * len(numbers) or length < 5:
        return []
    return [SHORTER.format(place=place(path, lines[0]), lines=listed(lines))]


def _is_plain(id: Id) -> bool:
    return id.kind == "number" and id.value.isascii() and id.value.isdecimal()
