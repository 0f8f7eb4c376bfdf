"""Gradescope's `submission_metadata.yml`: whose each folder of an export is.

The export ("Download Submissions") names its folders after hand-ins, and lists for each, in this order of lines:

    submission_123456:
      :submitters:
      - :name: Minji Kim
        :sid: '20231237'
        :email: minji@example.ac.kr
      :created_at: 2026-10-05 14:58:12.345678 Z

Read line by line: the file also holds every test's result, and a YAML reader takes a minute for a large class.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress

from fcnkit.grading.intake.platforms import Reading
from fcnkit.grading.intake.submission import readable
from fcnkit.text import Text

FILE = "submission_metadata.yml"
_MOST_MEMBERS = 100
_TOP = re.compile(r"(?P<folder>[^\s#:-][^\n]*?):\s*")
_FIELD = re.compile(r"(?P<indent> *)(?P<item>- )?:(?P<key>name|sid|email): ?(?P<value>.*)")
_CREATED = re.compile(r"  :created_at: +(?P<time>[^\n]{1,80})")
"""The time of the hand-in that counts: those of its history stand further in."""

TOGETHER = Text(
    ko="모둠으로 함께 제출했습니다: {names}. 점수는 모두에게 같습니다.",
    en="Handed in together as a group: {names}. Each has these marks.",
)


def people_of(content: bytes) -> dict[str, tuple[Reading, ...]]:
    """Whose each folder is, by the folder's name; what a group handed in together is each one's."""
    found = {}
    for folder, submitters, created_at in _submitters(content.decode("utf-8", "replace").splitlines()):
        members = {_id(each): each for each in submitters[:_MOST_MEMBERS]}
        if submitters and "" not in members:
            number = folder.rpartition("_")[2]
            attempt = (int(number[:18]),) if number.isascii() and number.isdecimal() else None
            names = ", ".join(readable(each.get("name") or id) for id, each in members.items())
            notes = (TOGETHER.format(names=names),) if len(members) > 1 else ()
            found[folder] = tuple(
                Reading(
                    f"gradescope:{id}", each.get("name") or id, id, email=each.get("email", ""), attempt=attempt,
                    notes=notes, submitted=created_at,
                )
                for id, each in members.items()
            )  # fmt: skip
    return found


def _id(submitter: dict[str, str]) -> str:
    """A student's number, or else the address: instructors fill in `N/A` or 0 for who has none."""
    sid = submitter.get("sid", "")
    return (sid if re.search(r"[1-9]", sid) else "") or submitter.get("email", "") or ""


def _submitters(lines: list[str]) -> Iterator[tuple[str, list[dict[str, str]], str]]:
    """Each folder, who handed it in, and when."""
    folder, people, created_at, is_inside = "", list[dict[str, str]](), "", False
    for line in lines:
        if (top := _TOP.fullmatch(line)) is not None:
            if folder:
                yield folder, people, created_at
            folder, people, created_at, is_inside = _scalar(top["folder"]), [], "", False
        elif (time := _CREATED.fullmatch(line)) is not None:
            created_at, is_inside = _scalar(time["time"]), False
        elif re.fullmatch(r"  :submitters: *", line):
            is_inside = True
        elif is_inside and (said := _FIELD.fullmatch(line)) is not None and len(said["indent"]) <= 4:
            if said["item"] or not people:
                people.append({})
            people[-1][said["key"]] = _scalar(said["value"])
        elif is_inside and re.match(r"  :\w", line):
            is_inside = False
    if folder:
        yield folder, people, created_at


def _scalar(text: str) -> str:
    """A string of YAML in one line: plain, in single or in double quotes; `null` is none."""
    text = text.strip()
    if text.startswith("'") and text.endswith("'") and len(text) > 1:
        return text[1:-1].replace("''", "'")
    if text.startswith('"'):
        with suppress(ValueError):
            return str(json.loads(text))
    return "" if text in ("null", "~") else text
