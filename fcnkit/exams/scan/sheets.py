"""Puts the pages of a scan together to sheets, and says of every page what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fcnkit.exams.record import Exam, Sheet
from fcnkit.exams.scan.mark_reading import Doubt, Reading
from fcnkit.exams.scan.page_reader import PageReading, Place, Trouble
from fcnkit.exams.scan.read_scans import ScannedPage
from fcnkit.text import Text

TROUBLE: Mapping[Trouble, Text] = {
    Trouble.BLANK: Text(ko="빈 쪽입니다.", en="empty"),
    Trouble.DAMAGED: Text(ko="손상되어 열 수 없습니다. 다시 스캔하세요.", en="damaged; scan it again"),
    Trouble.NO_MARKS: Text(
        ko="네 모서리의 무늬가 보이지 않습니다. 답안지라면 한 쪽에 한 장씩, 모서리까지 나오게 다시 스캔하세요.",
        en="the marks in its corners are not to be seen; if it is an answer sheet, scan it again, one to a page and "
        "with all its corners",
    ),
    Trouble.NO_CODE: Text(
        ko="판독용 코드를 읽을 수 없습니다. 다시 스캔하거나 직접 채점하세요.",
        en="its code cannot be read; scan it again, or mark it by hand",
    ),
    Trouble.OTHER_EXAM: Text(ko="다른 시험의 답안지입니다.", en="a sheet of another exam"),
    Trouble.UNKNOWN: Text(
        ko="이 시험의 답안지이지만 --exam 폴더의 기록에 없습니다. 시험을 다시 만들었다면 인쇄한 것의 폴더를 "
        "지정하세요.",
        en="a sheet of this exam that is not in the record of --exam; if the exam was made again, name the folder that "
        "was printed from",
    ),
}
ALIKE = Text(
    ko="{page}: {other}에 있는 쪽을 다시 스캔한 것입니다. 둘이 똑같이 읽혔습니다.",
    en="{page}: the page of {other} again; both say the same",
)
AGAIN = Text(
    ko="{page}: {other}에 있는 쪽을 다시 스캔한 것입니다. 서로 다르게 읽힌 답 {count}개는 사람이 봐야 합니다.",
    en="{page}: the page of {other} again; answers that were read otherwise are for a person to see: {count}",
)
PAGE_MISSING = Text(
    ko="답안지 {sheet}({whose}): {pages}쪽이 없습니다. 그 쪽의 문항은 채점하지 않았습니다.",
    en="Sheet {sheet} ({whose}): page {pages} is missing; its questions are not marked yet",
)
NOT_READ = Text(ko="{file} [{pages}]: {why}", en="{file} [{pages}]: {why}")


@dataclass
class ReadSheet:
    """All that was read of one sheet."""

    sheet: Sheet
    readings: dict[Place, Reading] = field(default_factory=dict)
    number: Reading | None = None
    pages: dict[int, str] = field(default_factory=dict)
    """The scanned page of each of the sheet's, by its name."""
    clips: dict[Place, bytes] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is filled in: an absent student's."""
        return not any(each.value or each.doubt for each in (*self.readings.values(), self.number or Reading("")))

    def missing(self, pages: int) -> list[int]:
        """Those of its pages that are in no scan, from 1."""
        return [page + 1 for page in range(pages) if page not in self.pages]


@dataclass(frozen=True)
class Gathered:
    """The sheets of a scan by their numbers, remarks on its pages, and the pictures of pages that were not read."""

    sheets: Mapping[int, ReadSheet]
    remarks: tuple[Text, ...]
    unread: Mapping[str, bytes]
    notes: tuple[Text, ...] = ()
    """What is to be said of pages about which nothing is to be done: empty backs, and pages that are there twice."""


def gather(pages: Iterable[ScannedPage], exam: Exam) -> Gathered:
    """Put the pages together. Nothing is dropped: what is there twice and differs becomes a doubt."""
    sheets: dict[int, ReadSheet] = {}
    remarks: list[Text] = []
    notes: list[Text] = []
    unread: dict[str, bytes] = {}
    troubled: defaultdict[tuple[str, Trouble], list[int]] = defaultdict(list)
    for page in pages:
        if isinstance(page.found, Trouble):
            troubled[page.file.name, page.found].append(page.number)
            if page.picture is not None and page.found is not Trouble.BLANK:
                unread[page.name] = page.picture
            continue
        sheet = sheets.setdefault(page.found.sheet.number, ReadSheet(page.found.sheet))
        if page.found.page in sheet.pages:
            count = _compare(sheet, page.found)
            other = sheet.pages[page.found.page]
            if count:
                remarks.append(AGAIN.format(page=page.name, other=other, count=count))
            else:
                notes.append(ALIKE.format(page=page.name, other=other))
        else:
            _take(sheet, page.found, page.name)
    for (file, trouble), numbers in troubled.items():
        why = NOT_READ.format(file=file, pages=", ".join(map(str, numbers)), why=TROUBLE[trouble])
        (notes if trouble is Trouble.BLANK else remarks).append(why)
    for number, sheet in sorted(sheets.items()):
        gone = sheet.missing(exam.form[sheet.sheet.form].pages)
        if gone:
            whose = sheet.sheet.student or "–"
            listed = ", ".join(map(str, gone))
            remarks.append(PAGE_MISSING.format(sheet=number, whose=whose, pages=listed))
    return Gathered(dict(sorted(sheets.items())), tuple(remarks), unread, tuple(notes))


def _take(sheet: ReadSheet, found: PageReading, name: str) -> None:
    sheet.pages[found.page] = name
    sheet.readings.update(found.readings)
    sheet.clips.update(found.clips)
    if found.number is not None:
        sheet.number = found.number


def _compare(sheet: ReadSheet, found: PageReading) -> int:
    """Make doubts of what two scans of a page say differently; returns how many there are."""
    count = 0
    for place, reading in found.readings.items():
        if sheet.readings[place] != reading:
            sheet.readings[place] = Reading("", Doubt.TWO_SCANS)
            count += 1
    if found.number is not None and found.number != sheet.number:
        sheet.number = Reading("", Doubt.TWO_SCANS)
        count += 1
    for place, clip in found.clips.items():
        sheet.clips.setdefault(place, clip)
    return count


def whose(sheets: Iterable[ReadSheet], told: Mapping[int, str]) -> tuple[dict[int, str], dict[int, Text]]:
    """The student number or name that each sheet counts for, and why it is not known of others.

    `told` is what a person has said of sheets: a number, a name, or `x` where a sheet is not to count.
    """
    known: dict[int, str] = {}
    doubts: dict[int, Text] = {}
    for sheet in sheets:
        found = _owner(sheet, told.get(sheet.sheet.number))
        if isinstance(found, Text):
            doubts[sheet.sheet.number] = found
        elif found:
            known[sheet.sheet.number] = found
    owners = defaultdict(list)
    for number, owner in known.items():
        owners[owner].append(number)
    for owner, numbers in owners.items():
        if len(numbers) > 1:
            for number in numbers:
                del known[number]
                doubts[number] = TWO_SHEETS.format(owner=owner, sheets=", ".join(map(str, numbers)))
    return known, doubts


TWO_SHEETS = Text(
    ko="{owner} 학생의 답안지가 여럿입니다({sheets}). 채점하지 않을 답안지에 x를 쓰세요.",
    en="{owner} has several sheets ({sheets}); write x for the one that is not to count",
)
NUMBER_UNREAD = Text(
    ko="학번을 확실하게 읽지 못했습니다. 학번을 쓰세요.", en="the student number is not to be read surely; write it"
)
NO_NUMBER = Text(
    ko="여분 답안지에 학번이 없습니다. 누구의 것인지 학번을 쓰세요.",
    en="a spare sheet without a number; write whose it is",
)
NOT_THEIRS = Text(
    ko="{student} 학생의 답안지에 다른 학번({found})이 적혀 있습니다. 맞는 학번을 쓰세요.",
    en="the sheet of {student} has another student number ({found}); write the right one",
)


def _owner(sheet: ReadSheet, told: str | None) -> str | Text:
    """Whose a sheet is; empty where it does not count, and a question where a person has to say it."""
    if told is not None:
        return "" if told == "x" else told
    own, read = sheet.sheet.id or sheet.sheet.student, sheet.number
    if read is None:  # no such field, or its page is missing
        return own or NO_NUMBER
    if read.doubt:
        return NUMBER_UNREAD
    if not sheet.sheet.is_spare and (not read.value or read.value == sheet.sheet.id or not sheet.sheet.id.isdecimal()):
        return own
    if not sheet.sheet.is_spare:
        return NOT_THEIRS.format(student=sheet.sheet.student, found=read.value)
    return read.value or NO_NUMBER
