"""Reads students' slips out of whatever they were sent in: texts, mails, tables of a form."""

from __future__ import annotations

import codecs
import mailbox
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from fcnkit.errors import UserError
from fcnkit.grading.intake.file_names import is_ignored
from fcnkit.mail_parser import UnreadableMail, body, charset, parsed
from fcnkit.reports.slip import BEGINS, ENDS, FIELDS
from fcnkit.spreadsheet import decoded
from fcnkit.text import Text
from fcnkit.unicode import printable

NO_SLIP = Text(
    ko="{path}: 재검토 요청이 없습니다. 학생이 피드백 페이지 끝에서 복사한 글({begins} …)이 든 파일이나 폴더를 "
    "지정하세요.",
    en="{path}: no regrade request in it; give the file or folder with what students have copied from the end of their "
    "pages ({begins} …)",
)
NOT_THERE = Text(ko="{path}: 그런 파일이나 폴더가 없습니다.", en="{path}: no such file or folder")
MAX_BYTES, MAX_FILES, MAX_REASON = 20 * 2**20, 10_000, 4_000
_SLIP = re.compile(
    rf"{re.escape(BEGINS)}[^\]\n]{{0,60}}\](?P<body>.*?)(?={re.escape(ENDS)}|{re.escape(BEGINS)}|\Z)", re.S
)
_QUOTED = re.compile(r"^(?:[ \t]*[>|])+[ \t]?", re.M)
_FIELD = re.compile(
    r"^[ \t*]*(?P<name>{})[ \t*]*[:：][ \t]*".format(
        "|".join(name for text in FIELDS.values() for name in (text.ko, text.en))
    ),
    re.M | re.I,
)
_NAMES = {name.casefold(): field for field, text in FIELDS.items() for name in (text.ko, text.en)}
_TAGS = re.compile(r"<[^<>]{1,2000}>")


@dataclass(frozen=True)
class Slip:
    """What a student has sent. Nothing in it is to be believed."""

    place: str
    """The file."""
    assignment: str
    student: str
    question: str
    answer: str
    reason: str


@dataclass(frozen=True)
class Sent:
    """All that has come."""

    slips: tuple[Slip, ...]
    others: tuple[Path, ...] = ()
    """Files without any slip, in which a request may stand in other words."""


def read_slips(path: Path) -> Sent:
    """All slips of a file, or of all files in a folder. Raises UserError where there is none."""
    if not path.exists():
        raise UserError(NOT_THERE, path=path)
    files = sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]
    found, others = list[Slip](), files[MAX_FILES:]
    for file in files[:MAX_FILES]:
        here = [slip for text in _texts(file) for slip in slips_in(text, str(file))]
        found += here
        if not here and not is_ignored(file.name):
            others.append(file)
    if not found:
        raise UserError(NO_SLIP, path=path, begins=BEGINS)
    return Sent(tuple(found), tuple(sorted(others)))


def slips_in(text: str, place: str) -> Iterator[Slip]:
    """The slips in a text; a mail may quote it, and a table may double its quotation marks."""
    plain = _QUOTED.sub("", text.replace("\r\n", "\n").replace("\xa0", " "))
    for found in _SLIP.finditer(plain):
        said = dict.fromkeys(FIELDS, "")
        fields = list(_FIELD.finditer(found["body"]))
        for at, field in enumerate(fields):
            name = _NAMES[field["name"].casefold()]
            end = len(found["body"]) if name == "reason" or at + 1 == len(fields) else fields[at + 1].start()
            said[name] = said[name] or found["body"][field.end() : end].strip().removeprefix("…").strip()
            if name == "reason":  # what stands below is theirs, whatever it looks like
                break
        lines = "\n".join(printable(line) for line in said["reason"][:MAX_REASON].splitlines())
        shown = {name: printable(value[:300]) for name, value in said.items() if name != "reason"}
        yield Slip(place, **shown, reason=lines)


def _texts(file: Path) -> Iterator[str]:
    if file.stat().st_size > MAX_BYTES:
        return
    if file.suffix.casefold() == ".mbox":
        with closing(mailbox.mbox(file, create=False)) as mails:
            for key in mails.keys():  # noqa: SIM118  # a mailbox iterates over its messages, parsed
                yield from _said_in(mails.get_bytes(key))
    elif file.suffix.casefold() == ".eml":
        yield from _said_in(file.read_bytes())
    else:
        text = decoded(file.read_bytes())
        if text is not None and BEGINS in text:
            yield _TAGS.sub("\n", unescape(text)) if file.suffix.casefold() in (".html", ".htm") else text


def _said_in(mail: bytes) -> Iterator[str]:
    """A mail's plain text, or else its HTML without the tags; nothing of one that is made to hold a reader up."""
    try:
        parts = [part for part in parsed(mail).walk() if part.get_content_maintype() == "text"]
    except (UnreadableMail, RecursionError):
        return
    plain = [part for part in parts if part.get_content_subtype() == "plain"]
    for part in plain or parts:
        text = _decoded(body(part), charset(part))
        yield text if plain else unescape(_TAGS.sub("\n", text))


def _decoded(content: bytes, charset: str) -> str:
    """As UTF-8 where the charset is none that mails are written in, such as Punycode, which takes quadratic time."""
    try:
        return content.decode("utf-8" if codecs.lookup(charset).name == "punycode" else charset, "replace")
    except (LookupError, ValueError):
        return content.decode("utf-8", "replace")
