"""Gradescope's `submission_metadata.yml`: whose each folder of an export is.

The export ("Download Submissions") names its folders after hand-ins, and lists for each, in this order of lines:

    submission_123456:
      :submitters:
      - :name: Minji Kim
        :sid: '20231237'
        :email: minji@example.ac.kr

Read line by line: the file also holds every test's result, and a YAML reader takes a minute for a large class.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress

from fcnkit.grading.intake.platforms import Reading

FILE = "submission_metadata.yml"
_TOP = re.compile(r"(?P<folder>[^\s#:-][^\n]*?):\s*")
_FIELD = re.compile(r"(?P<indent> *)(?P<item>- )?:(?P<key>name|sid|email): ?(?P<value>.*)")


def people_of(content: bytes) -> dict[str, Reading]:
    """Whose each folder is, by the folder's name; a hand-in of several people is theirs together."""
    found = {}
    for folder, submitters in _submitters(content.decode("utf-8", "replace").splitlines()):
        names = [each.get("name", "") for each in submitters]
        ids = [_id(each) for each in submitters]
        if submitters and all(ids):
            key, emails = "+".join(sorted(ids)), [each["email"] for each in submitters if each.get("email")]
            name, number = ", ".join(filter(None, names)) or key, folder.rpartition("_")[2]
            attempt = (int(number[:18]),) if number.isascii() and number.isdecimal() else None
            found[folder] = Reading(f"gradescope:{key}", name, ", ".join(ids), email=", ".join(emails), attempt=attempt)
    return found


def _id(submitter: dict[str, str]) -> str:
    """A student's number, or else the address: instructors fill in `N/A` or 0 for who has none."""
    sid = submitter.get("sid", "")
    return (sid if re.search(r"[1-9]", sid) else "") or submitter.get("email", "") or ""


def _submitters(lines: list[str]) -> Iterator[tuple[str, list[dict[str, str]]]]:
    folder, people, is_inside = "", list[dict[str, str]](), False
    for line in lines:
        if (top := _TOP.fullmatch(line)) is not None:
            if folder:
                yield folder, people
            folder, people, is_inside = _scalar(top["folder"]), [], False
        elif re.fullmatch(r"  :submitters: *", line):
            is_inside = True
        elif is_inside and (said := _FIELD.fullmatch(line)) is not None and len(said["indent"]) <= 4:
            if said["item"] or not people:
                people.append({})
            people[-1][said["key"]] = _scalar(said["value"])
        elif is_inside and re.match(r"  :\w", line):
            is_inside = False
    if folder:
        yield folder, people


def _scalar(text: str) -> str:
    """A string of YAML in one line: plain, in single or in double quotes; `null` is none."""
    text = text.strip()
    if text.startswith("'") and text.endswith("'") and len(text) > 1:
        return text[1:-1].replace("''", "'")
    if text.startswith('"'):
        with suppress(ValueError):
            return str(json.loads(text))
    return "" if text in ("null", "~") else text
