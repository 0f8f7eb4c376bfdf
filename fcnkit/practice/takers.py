"""Whose set is whose: the people of a roster, with names that can be files'."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from fcnkit.errors import UserError
from fcnkit.roster import Roster, RosterError
from fcnkit.text import Text, place

_UNSAFE = re.compile(r'[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069<>:"/\\|?*]+')
"""What file systems refuse, and invisible letters that make a name look like another."""
_MOST_LETTERS, _MOST_BYTES = 100, 240
"""File systems take 255 bytes, of which a set's files have up to 14 behind the name: `.ko.moodle.xml`."""
_ADVISED = 80
"""Letters that are never too many bytes, also in Hangul, which has three to a syllable."""


@dataclass(frozen=True)
class Taker:
    """Somebody who gets a set."""

    name: str
    """As it is printed; namesakes have their ids behind it."""
    key: str
    """What the set is drawn with: the id, which stays when a namesake joins; where there is none, the name."""

    @property
    def file_name(self) -> str:
        """The name without what file systems refuse."""
        return _UNSAFE.sub("_", self.name).strip(" ._")

    @property
    def can_name_a_file(self) -> bool:
        """Whether something is left of the name, and not more than fits."""
        size = len(self.file_name.encode(errors="surrogatepass"))
        return 0 < len(self.file_name) <= _MOST_LETTERS and size <= _MOST_BYTES


NO_FILE_NAME = Text(
    ko="{place}: {name!r:은} 파일 이름이 될 수 없습니다. 1~{most}자로 쓰세요.",
    en="{place}: {name!r} makes no file name; write 1 to {most} letters",
)
SAME_FILE_NAME = Text(
    ko="{place}: {name!r:은} {line}번째 줄의 {other!r:과} 파일 이름이 같아집니다. 학번을 붙이는 등으로 구별해 주세요.",
    en="{place}: {name!r} has the same file name as {other!r} in line {line}; tell them apart, for example with a "
    "student number",
)


def takers(roster: Roster) -> list[Taker]:
    """Everybody on a roster, in its order. Raises RosterError where names make no files, or one file."""
    seen: dict[str, tuple[Taker, int]] = {}
    for student in roster.students:
        name = roster.labels[student]
        taker = Taker(name, student.id or name)
        at = place(roster.path, student.line)
        if not taker.can_name_a_file:
            raise RosterError(NO_FILE_NAME, place=at, name=name, most=_ADVISED)
        if taker.file_name.casefold() in seen:
            other, line = seen[taker.file_name.casefold()]
            raise RosterError(SAME_FILE_NAME, place=at, name=name, other=other.name, line=line)
        seen[taker.file_name.casefold()] = (taker, student.line)
    return [taker for taker, _ in seen.values()]


SAME_FILE = Text(
    ko="{one!r:과} {other!r:은} 파일 이름이 같아집니다. --roster로 명단을 주어 학번으로 구별해 주세요.",
    en="{one!r} and {other!r} have the same file name; give a --roster, which tells them apart by their ids",
)
NO_FILE = Text(
    ko="{name!r:은} 파일 이름이 될 수 없습니다. --roster로 명단을 주어 이름을 정해 주세요.",
    en="{name!r} makes no file name; give a --roster with the student's name",
)


def check_file_names(people: Iterable[Taker]) -> None:
    """Whether all of them can have files of their own. Raises UserError."""
    seen: dict[str, Taker] = {}
    for taker in people:
        if not taker.can_name_a_file:
            raise UserError(NO_FILE, name=taker.name)
        other = seen.setdefault(taker.file_name.casefold(), taker)
        if other is not taker:
            raise UserError(SAME_FILE, one=other.name, other=taker.name)
