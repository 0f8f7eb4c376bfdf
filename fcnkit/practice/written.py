"""The questions of practice sets as they were written for learning platforms, to tell them in what comes back."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from fcnkit.bounded_file import read_bounded
from fcnkit.errors import UserError
from fcnkit.practice.export_sets import KEYS
from fcnkit.spreadsheet import decoded, delimiter
from fcnkit.text import Text

NO_QUESTIONS = Text(
    ko="{folder}: 연습 문제가 없습니다. `fcnkit practice`가 `--format moodle`이나 `--format qti`, `--pool`로 쓴 폴더를 "
    "지정하세요.",
    en="{folder}: no practice questions in it; name the folder that `fcnkit practice --format moodle --format qti`, or "
    "--pool, has written",
)
NOT_READ = Text(
    ko="{path}: `fcnkit practice`가 쓴 그대로가 아니어서 읽을 수 없습니다. 다시 만드세요.",
    en="{path}: cannot be read; it is not as `fcnkit practice` wrote it. Write it anew",
)
MAX_SETS = 1024 * 2**20
"""Of a file for Moodle: figures stand in it."""
_UID = re.compile(r"^(?P<item>.+)-[0-9a-f]{12}(?:-[0-9a-f]{6})?-(?:ko|en)$")
_TAG, _NO_LETTER = re.compile(r"<[^<>]*>"), re.compile(r"[\W_]+")
_ENOUGH, _MOST = 24, 0.9
"""Letters that a question has in common with one of ours, or which part of ours, to be taken for it."""


@dataclass(frozen=True)
class Written:
    """All questions of a folder that are marked by machines: each item, and what it asks, letters and digits alone."""

    questions: tuple[tuple[str, str], ...]

    @cached_property
    def items(self) -> frozenset[str]:
        return frozenset(item for item, _ in self.questions)

    def item_of(self, said: str) -> str | None:
        """The item whose question begins like this text the longest; None where it is none, or could be two."""
        text = letters(said)
        common: dict[str, int] = {}
        for item, question in self.questions:
            length = _common(text, question)
            if length >= min(_ENOUGH, _MOST * len(question)) and length:
                common[item] = max(common.get(item, 0), length)
        best = [item for item, length in common.items() if length == max(common.values())]
        return best[0] if len(best) == 1 else None


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def letters(html: str) -> str:
    """What platforms keep of a text, whatever they do to blanks, signs and tags."""
    return _NO_LETTER.sub("", unescape(_TAG.sub("", html))).casefold()


def read_written(folder: Path) -> Written:
    """The questions in a folder that `fcnkit practice` has filled. Raises UserError."""
    found = [pair for path in sorted(folder.glob("*.moodle.xml")) for pair in _of_moodle(path)]
    found += [pair for path in sorted(folder.glob("*.qti.zip")) for pair in _of_qti(path, folder / KEYS)]
    if not found:
        raise UserError(NO_QUESTIONS, folder=folder)
    return Written(tuple(dict.fromkeys(found)))


def _of_moodle(path: Path) -> Iterator[tuple[str, str]]:
    for question in _parsed(path, read_bounded(path, MAX_SETS)).iter("question"):
        uid = _UID.match(question.findtext("idnumber", ""))
        if uid and question.get("type") != "essay":
            said = question.findtext("questiontext/text", "")
            yield uid["item"], letters(said.partition("{1:")[0])  # from there on Moodle shows a gap in another way


def _of_qti(path: Path, keys: Path) -> Iterator[tuple[str, str]]:
    items = _items_of(path.name.split(".")[0], keys)
    try:
        with ZipFile(path) as archive:
            names = [name for name in archive.namelist() if re.fullmatch(r"([^/]+)/\1\.xml", name)]
            contents = [archive.read(name) for name in names]
    except (BadZipFile, OSError) as error:
        raise UserError(NOT_READ, path=path) from error
    for content in contents:
        for item in _parsed(path, content).iter():
            number = item.get("ident", "").rpartition("-")[2]
            is_ours = item.tag.endswith("}item") and number in items and "-section-" not in item.get("ident", "")
            if is_ours and not any(each.text == "essay_question" for each in item.iter()):
                said = next((each.text or "" for each in item.iter() if each.tag.endswith("}mattext")), "")
                yield items[number], letters(said)


def _items_of(set_name: str, keys: Path) -> dict[str, str]:
    """The items of a set by the questions' numbers."""
    text = decoded(read_bounded(keys)) if keys.is_file() else None  # somebody may have saved it with Excel
    if text is None:
        raise UserError(NOT_READ, path=keys)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter(text))
    try:
        return {row["number"]: row["item"] for row in rows if row["set"] == set_name}
    except (KeyError, csv.Error) as error:
        raise UserError(NOT_READ, path=keys) from error


def _parsed(path: Path, content: bytes) -> ElementTree.Element:
    try:
        return ElementTree.fromstring(content)  # noqa: S314  # the instructor's own file
    except ElementTree.ParseError as error:
        raise UserError(NOT_READ, path=path) from error
