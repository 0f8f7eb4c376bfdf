"""Reads names that follow no platform's pattern: the student number if there is one, else the whole name.

Only a number makes two files one person's. A name never does: whether `kim.ipynb` and `kim (1).ipynb` are of one
person or of two, nobody can tell from it.
"""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from datetime import date
from itertools import dropwhile

from fcnkit.grading.intake.file_names import stem, suffix
from fcnkit.grading.intake.platforms import Reading
from fcnkit.grading.intake.repaired import repaired
from fcnkit.grading.intake.submission import MAX_NAME, composed
from fcnkit.roster.person_names import parts, spellings, within

NUMBER = re.compile(r"(?<![0-9A-Za-z])((?:19|20)\d{2})-?(\d{4,6})(?![0-9A-Za-z]|-\d)")
"""A year of entry and four to six digits, as Korean universities give them; some write a hyphen between."""
_YEARS = re.compile(r"(?<![0-9A-Za-z])20\d\d-20\d\d(?![0-9A-Za-z])")
HANDOUT = re.compile(r"\d\d-[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.(?:ko|en))?")
"""Words of this kit's own file names, which identify no student."""
OTTER = re.compile(r"_\d{4}(?:_\d\d){2}T(?:\d\d_){3}\d{6}$")
"""What `grader.export` writes behind the notebook's name."""

_LONGEST, _MOST_WORDS = 400, 20
"""What is looked at of a name when two are compared: more than anybody's has."""

_COPY = re.compile(
    r"\.ipynb$|^Copy of |^사본 |(?:의)? ?사본$| - 복사본$| - Copy$|-Copy\d*$| copy(?: \d+)?$| ?\(\d{1,3}\)$", re.I
)
"""What Drive, Windows, Macs, Jupyter and browsers add to a copy's name."""
_MOMENT = re.compile(
    r"(?<!\d)20\d\d([-._])(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?:[ _T-]+\d\d[-._:]?\d\d(?:[-._:]?\d\d)?)?(?!\d)"
    r"|(?<!\d)20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ _T-]?(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?!\d)"
)
"""When something was handed in, as platforms and people write it into names; of eight digits alone NUMBER decides."""
_WORDS = re.compile(
    r"(?:\d{1,2}(?:번|차|주차)?[_-]?)?(?:과제|숙제|실습|레포트|리포트|보고서|hw|homework|assignment|lab|week|project)"
    r"[ _-]?\d*(?:주차|차|번)?"
    r"|\d+(?:주차|차시|번|차)|(?:수정본?|재제출|최종본?|최종 ?제출|완성본?|(?:진짜|찐|최)최종|제출본)\d*"
    r"|late|지각(?: ?제출)?|늦은 ?제출|추가 ?제출|연장"
    r"|제출(?:용|합니다|했습니다|드립니다)?|제출 ?파일|[가-힣]{2,}(?:학과|학부|전공|대학)|ipynb의|사본|fwd?|전달|회신"
    r"|(?:final|fixed|revised|submission)\d*|v\d+|ver(?:sion)?\d*|버전\d*",
    re.I,
)
"""Words about the hand-in, not about the person."""
_COUNT = re.compile(r"\d{1,3}")
_BETWEEN = re.compile(r"[\s_.,()\[\]+]+|(?<=\W)-|-(?=\W)|(?<=[^A-Za-z])-|-(?=[^A-Za-z])")


def plain_reading(name: str, *, is_file: bool, assignment: str = "") -> Reading:
    """Whose a file or folder is, as far as its name tells; that of the assignment in it tells nothing."""
    if len(name) > MAX_NAME:  # nobody's but a hostile zip's
        return Reading(name, name[:MAX_NAME], is_at_place=True)
    name = repaired(name)
    whole = stem(name) if is_file else name
    numbers = {year + rest for year, rest in NUMBER.findall(_YEARS.sub(" ", whole))}
    if len(numbers) > 1:  # one of them beside the day of the hand-in
        numbers = {number for number in numbers if not _is_date(number)}
    if len(numbers) == 1:
        return _numbered(whole, numbers.pop(), assignment)
    named = OTTER.sub("", whole) if suffix(name) == ".zip" else whole
    owner = without_copy(named)
    if student := _classroom_student(owner) or _forms_student(owner):
        return Reading(whole, student, is_at_place=True, label=student)
    if HANDOUT.fullmatch(owner):
        return Reading(whole, whole, is_at_place=True)
    return Reading(
        whole, " ".join(_name_words(_without_assignment(owner, assignment))) or whole, is_at_place=True, label=named
    )


def is_classroom_copy(name: str) -> bool:
    """Whether a file is called as Google Classroom's copy of the hand-out for one student."""
    return len(name) <= MAX_NAME and _classroom_student(without_copy(stem(composed(name)))) != ""


def _classroom_student(name: str) -> str:
    """Who stands before the hand-out's name, as in `name - notebook`; empty in other names."""
    before, _, notebook = name.partition(" - ")
    return before.strip() if HANDOUT.fullmatch(without_copy(notebook)) else ""


def _forms_student(name: str) -> str:
    """Who stands behind the hand-out's name, as Google Forms writes `notebook - name`; empty in other names."""
    notebook, _, after = name.partition(" - ")
    return after.strip() if HANDOUT.fullmatch(without_copy(notebook)) else ""


def is_handout(name: str, *, is_file: bool) -> bool:
    """Whether a name is only that of the hand-out, a copy of it or an export of it, and so tells of nobody."""
    whole = stem(name) if is_file else name
    return len(whole) <= MAX_NAME and HANDOUT.fullmatch(without_copy(OTTER.sub("", whole))) is not None


def is_nameless(name: str) -> bool:
    """Whether a file's name is that of the hand-out or holds only words about it, as `hw1_final.ipynb` does.

    A mail, whatever its file is called, names its sender.
    """
    if suffix(name) == ".eml":
        return False
    whole = without_copy(stem(name))
    return is_handout(name, is_file=True) or not _tokens(whole)


def is_about_work(folder: str) -> bool:
    """Whether a folder's name holds only words about what was handed in, as `1주차` or `hw` does."""
    return len(folder) <= MAX_NAME and not _tokens(without_copy(composed(folder)))


def is_numbered(whole: str) -> bool:
    """Whether a name bears one student number: digits that may be a day are one only beside a name."""
    reading = plain_reading(whole, is_file=False)
    return bool(reading.id) and (not reading.is_at_place or reading.name != reading.id)


def compatible(one: str, other: str) -> bool:
    """Whether two names beside one student number may be one person's: the same, or one of them among other words.

    Order and blanks do not count: `김 민지` is `김민지`. Words that both have beside others of their own may tell of
    the work alone, so they make nobody one.
    """
    first, second = (" ".join(_name_words(unicodedata.normalize("NFKC", name))) for name in (one, other))
    words, others = set(parts(first)), set(parts(second))
    return words <= others or others <= words or _is_within(first, second) or _is_within(second, first)


def _is_within(name: str, longer: str) -> bool:
    spelled = set(spellings(name[:_LONGEST]))
    return any(not spelled.isdisjoint(runs) for runs in within(longer[:_LONGEST], _MOST_WORDS))


def _numbered(whole: str, number: str, assignment: str) -> Reading:
    """A number that is also a date makes no two files one person's: people put dates before their files' names."""
    words = _tokens(NUMBER.sub(" ", _without_assignment(without_copy(whole), assignment)))
    name = " ".join(word for word in words if not _COUNT.fullmatch(word))
    if _is_date(number):
        return Reading(whole, name or number, number, is_at_place=True)
    return Reading(f"number:{number}", name or number, number)


def _is_date(digits: str) -> bool:
    if len(digits) != 8:
        return False
    with suppress(ValueError):
        return 2000 <= date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year <= 2099
    return False


def without_copy(name: str) -> str:
    """A name without what programs add to that of a copy."""
    while (shorter := _COPY.sub("", name).strip()) != name and shorter:
        name = shorter
    return name


def _without_assignment(name: str, assignment: str) -> str:
    if not assignment:
        return name
    return re.sub(rf"(?<![0-9A-Za-z]){re.escape(assignment)}(?:\.(?:ko|en))?(?![0-9A-Za-z])", " ", name)


def _name_words(name: str) -> list[str]:
    """The words of a name without what counts the files before it, as in `3_김민지`; `student 3` is a name."""
    words = _tokens(name)
    return list(dropwhile(_COUNT.fullmatch, words)) or words


def _tokens(name: str) -> list[str]:
    """The words of a name, without those about the hand-in, and times."""
    words = [word for word in _BETWEEN.split(_MOMENT.sub(" ", name)) if word]
    return [word for word in words if not _WORDS.fullmatch(word) and not HANDOUT.fullmatch(word)]
