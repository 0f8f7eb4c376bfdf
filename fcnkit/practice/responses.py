"""What students did with practice items: a quiz's responses from Moodle or Canvas, or a practice page's progress."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fcnkit.bounded_file import read_bounded
from fcnkit.errors import UserError
from fcnkit.practice.written import Written
from fcnkit.spreadsheet import decoded, delimiter
from fcnkit.text import Text

UNKNOWN_FILE = Text(
    ko="{path}: 응답 파일이 아닙니다. Moodle 퀴즈의 '응답' 보고서(문제와 정답 표시를 켜고)나 Canvas의 "
    "'Student Analysis'를 CSV로 내려받거나, 연습 페이지의 {progress:을} 지정하세요.",
    en="{path}: no responses; download as CSV the Responses report of a Moodle quiz, with question text and right "
    "answer ticked, or Canvas' Student Analysis, or give a practice page's {progress}",
)
NO_WRITTEN = Text(
    ko="{path}: 어느 문항의 응답인지 알려면 문제가 있어야 합니다. 그때 만든 폴더를 --practice로 지정하세요.",
    en="{path}: to tell which items these are, name the folder that fcnkit practice wrote then with --practice",
)
OF_OTHERS = Text(
    ko="{path}: --practice 폴더에 있는 문제가 하나도 없습니다. 이 퀴즈를 만든 폴더를 지정하세요.",
    en="{path}: none of its questions is in the --practice folder; name the one from which this quiz was made",
)
PROGRESS, _FORM = "practice-progress.json", "fcnkit practice progress 1"
_ID = re.compile(r"[\w.-]{1,100}")
"""Looks like one of an item: any student could have written the file."""
_NUMBERED = re.compile(r"[^\d/]*(\d+)[^\d/]*")
_CANVAS = re.compile(r"\d+: ")
_PART = re.compile(r"\s*[;,]\s*")


@dataclass(frozen=True)
class Response:
    """One student's answer to one item."""

    student: str
    item: str
    is_right: bool
    """Wholly; what was left out in a quiz that was handed in is not."""


def read_responses(path: Path, written: Written | None) -> list[Response]:
    """The first answers of a file to our items. Raises UserError."""
    text = decoded(read_bounded(path))
    if text is None:
        raise UserError(UNKNOWN_FILE, path=path, progress=PROGRESS)
    if text.lstrip().startswith("{"):
        return _of_page(path, text)
    try:
        head, *rows = [*csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text))] or [[]]
    except csv.Error as error:  # a cell that is longer than an answer can be
        raise UserError(UNKNOWN_FILE, path=path, progress=PROGRESS) from error
    is_canvas = any(_CANVAS.match(heading) for heading in head)
    triples = {} if is_canvas else _triples(head)
    if not is_canvas and not triples:
        raise UserError(UNKNOWN_FILE, path=path, progress=PROGRESS)
    if written is None:
        raise UserError(NO_WRITTEN, path=path)
    full = [row for row in rows if len(row) >= len(head)]
    found = _of_canvas(head, full, written) if is_canvas else _of_moodle(triples, full, written)
    first = {(each.student, each.item): each for each in reversed([*found])}
    if not first:
        raise UserError(OF_OTHERS, path=path)
    return list(first.values())


def _of_page(path: Path, text: str) -> list[Response]:
    """The responses of a practice page: what happened in more than half of an item's rounds."""
    try:
        said = json.loads(text)
        if said["form"] != _FORM:
            raise KeyError
        cards = {_id(item): (int(card["once"]), int(card["seen"])) for item, card in said["items"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise UserError(UNKNOWN_FILE, path=path, progress=PROGRESS) from error
    return [Response(str(path), item, 2 * once > seen) for item, (once, seen) in cards.items() if seen > 0]


def _id(said: str) -> str:
    """An item's id, as far as it can be one. Raises KeyError."""
    if _ID.fullmatch(said) is None:
        raise KeyError(said)
    return said


def _triples(head: Sequence[str]) -> dict[str, list[int]]:
    """The columns of each question's text, response and right answer.

    Moodle writes them in this order, and translates their headings: what is the same everywhere is the number.
    """
    columns = defaultdict[str, list[int]](list)
    for place, heading in enumerate(head):
        numbered = _NUMBERED.fullmatch(heading)
        if numbered:
            columns[numbered[1]].append(place)
    return {number: places for number, places in columns.items() if len(places) == 3}


def _of_moodle(triples: dict[str, list[int]], rows: Sequence[Sequence[str]], written: Written) -> Iterator[Response]:
    """Attempts of one student follow each other as they were made."""
    begins = min(place for places in triples.values() for place in places)
    known: dict[str, str | None] = {}
    for row in rows:
        student = _who(row[:begins])
        if not student or all(row[answer] in ("", "-") for _, answer, _ in triples.values()):
            continue  # means at the end, and attempts in which nothing was done
        for asked, answer, key in triples.values():
            item = known.setdefault(row[asked], written.item_of(row[asked]))
            if item is not None:
                yield Response(student, item, _is_same(row[answer], row[key]))


def _who(cells: Sequence[str]) -> str:
    """A mail address, where there is one, else the names and numbers in front."""
    mail = next((cell for cell in cells if "@" in cell), "")
    return mail or "/".join(cells[:3]).strip("/")


def _is_same(answer: str, key: str) -> bool:
    """Whether these are the same parts: as numbers, or by letters, digits and signs."""
    given, right = (_PART.split(text.strip()) for text in (answer, key))
    return len(given) == len(right) and all(map(_is_same_part, given, right))


def _is_same_part(one: str, other: str) -> bool:
    try:
        return float(one) == float(other)
    except ValueError:
        return "".join(one.split()).casefold() == "".join(other.split()).casefold()


def _of_canvas(head: Sequence[str], rows: Sequence[Sequence[str]], written: Written) -> Iterator[Response]:
    """Behind each question stands a column of the points that it gave, headed by the points that it can give."""
    asked = {place: heading for place, heading in enumerate(head[:-1]) if _CANVAS.match(heading)}
    items = {place: written.item_of(heading.partition(": ")[2]) for place, heading in asked.items()}
    attempt = head.index("attempt") if "attempt" in head else None
    # the newest stand first where all attempts are told without their numbers
    ordered = rows[::-1] if attempt is None else sorted(rows, key=lambda row: row[attempt])
    begins = min(asked)
    for row in ordered:
        for place, item in items.items():
            points, most = _number(row[place + 1]), _number(head[place + 1])
            if item is not None and points is not None and most:
                yield Response("/".join(row[: min(2, begins)]), item, points >= most)


def _number(cell: str) -> float | None:
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        return None
