"""Names of files: what an LMS has written into them, which are nobody's, and names that are safe for our own files."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from fcnkit.grading.intake.submission import ZERO_WIDTH_JOINER

# lastnamefirstname[_LATE]_USER_ATTACHMENT_file.ipynb; shorter numbers are people's own, as in lab_01_02_kim.ipynb
CANVAS = re.compile(
    r"(?P<name>[^_]+)(?P<late>_LATE)?_(?P<id>[1-9]\d{2,19})_(?P<attachment>[1-9]\d{2,19})_(?P<file>.+)", re.S
)
# a folder per student, or with "Download submissions in folders" unticked the file behind the same prefix
MOODLE = re.compile(
    r"(?P<name>.+)_(?P<id>\d{1,20})_assignsubmission_(?P<plugin>file|onlinetext)(?:_(?P<file>.*))?", re.S
)

IGNORED = {
    "__macosx", "__pycache__", "__zip_filename__", "thumbs.db", "desktop.ini", "tests", "fcnlab", "node_modules"
}  # fmt: skip
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.I)  # Windows refuses these as file names
UNSAFE = re.compile(r'[/\\:*?"<>|`]')
MAX_BYTES = 120  # room for a suffix and an extension below the usual 255
UNNAMED = "unnamed"


@dataclass(frozen=True)
class Person:
    """Whom a file's or folder's name belongs to."""

    lms: Literal["canvas", "moodle"] | None
    name: str
    lms_id: str | None = None
    late: bool = False
    online_text: bool = False
    """Moodle's other kind of submission: text typed into a form."""


def identify(name: str, *, is_file: bool) -> Person:
    """Read an LMS' naming; without one, a folder is named as it is and a file after its stem."""
    if match := MOODLE.fullmatch(name):
        return Person("moodle", match["name"], match["id"], online_text=match["plugin"] == "onlinetext")
    if is_file and (match := CANVAS.fullmatch(name)):
        return Person("canvas", match["name"], match["id"], late=match["late"] is not None)
    return Person(None, stem(name) if is_file else name)


def canvas_version(name: str) -> tuple[str, tuple[int, int]] | None:
    """What a Canvas upload was called, and a key by which a later upload of the same file is the greater.

    Canvas numbers repeated uploads `hw.ipynb`, `hw-1.ipynb`, `hw-2.ipynb`; its own numbers grow too.
    """
    match = CANVAS.fullmatch(name)
    if match is None:
        return None
    uploaded = stem(match["file"])
    numbered = re.fullmatch(r"(.+)-(\d{1,4})", uploaded, re.S)
    base, number = numbered.groups() if numbered else (uploaded, 0)
    return base + suffix(match["file"]), (int(number), int(match["attachment"]))


def stem(name: str) -> str:
    """The name without its extension; a leading dot starts no extension."""
    return name.rpartition(".")[0] or name


def suffix(name: str) -> str:
    """The extension in lower case, with its dot."""
    return name[len(stem(name)) :].lower()


def is_ignored(name: str) -> bool:
    """Whether a file or folder is one that systems, editors and the hand-out leave beside a notebook."""
    return name.startswith((".", "~$")) or name.lower() in IGNORED


def safe(name: str) -> str:
    """A readable name that can be a file's on every system, and a cell in a spreadsheet that is no formula."""
    name = name.encode("utf-8", "replace").decode()  # broken surrogates: bytes that are no UTF-8 in a file's name
    name = " ".join(unicodedata.normalize("NFC", name).split())
    name = "".join(char for char in UNSAFE.sub("_", name) if char.isprintable() or char == ZERO_WIDTH_JOINER)
    name = name.lstrip(" .-+=@~＝＋－＠")
    name = name.encode()[:MAX_BYTES].decode(errors="ignore").rstrip(" .")
    if RESERVED.match(name):
        name = f"_{name}"
    return name or UNNAMED


def unique(people: Sequence[Person]) -> list[str]:
    """A safe name for each, different also where case does not count; an LMS' number tells namesakes apart.

    Nobody takes another's name by one that only becomes it when it is made safe.
    """
    names = [safe(person.name) for person in people]
    count = Counter(map(_key, names))
    taken: set[str] = set()
    uses: Counter[str] = Counter()
    result = dict.fromkeys(range(len(people)), "")
    for place in sorted(result, key=lambda place: names[place] != people[place].name):
        person, name = people[place], names[place]
        wanted = with_number(person) if person.lms_id and count[_key(name)] > 1 else name
        chosen = wanted
        while _key(chosen) in taken:
            uses[_key(wanted)] += 1
            chosen = f"{wanted}-{uses[_key(wanted)] + 1}"
        taken.add(_key(chosen))
        result[place] = chosen
    return list(result.values())


def with_number(person: Person) -> str:
    """A safe name with the LMS' number behind it."""
    return f"{safe(person.name)}_{person.lms_id}"


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name.casefold())
