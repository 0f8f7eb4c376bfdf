"""How learning platforms name what they let instructors download: one table, the first naming that fits counts.

Where a form could also be somebody's own way of naming files, the whole name is the identity, so that a wrong reading
may show an odd name but never makes two people one.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from fcnkit.deadlines.late_work import LATE
from fcnkit.grading.intake.repaired import repaired
from fcnkit.grading.intake.submission import MAX_NAME
from fcnkit.text import Text


@dataclass(frozen=True)
class Reading:
    """Who handed in a file or folder, as far as its name tells."""

    key: str
    """The identity, `platform:…`; of a name without any id the name itself, which counts only at its place."""
    name: str
    id: str = ""
    label: str = ""
    """What to call them, where that is not the name."""
    email: str = ""
    sent_by: str = ""
    """The address that a mail came from, which is another than `email` where it was sent on."""
    is_at_place: bool = False
    """Whether there is no id, so that the key counts only at its place."""
    submitted: str = ""
    """When, as the platform writes it and a deadline reads it; `LATE` where it says no more than that."""
    typed: str = ""
    """What was handed in instead of a file: text typed into the platform's form, or a link."""
    is_receipt: bool = False
    """Whether the file is the platform's own word about the hand-in."""
    series: str = ""
    attempt: tuple[int, ...] | None = None
    """Orders the attempts of one series: the greater is the later one; None where the name does not tell."""
    notes: tuple[Text, ...] = ()
    """What is to be said of it."""


@dataclass(frozen=True)
class Naming:
    """One platform's form."""

    platform: str
    of: frozenset[str]
    """Whether files, folders or both are named so."""
    form: re.Pattern[str]
    read: Callable[[re.Match[str]], Reading | None]


def reading_of(name: str, *, is_file: bool, assignment: str = "") -> Reading | None:
    """What the first platform whose naming fits says; None where none does. `assignment` is the one that is graded."""
    return next(iter(readings_of(name, is_file=is_file, assignment=assignment).values()), None)


def readings_of(name: str, *, is_file: bool, assignment: str) -> dict[str, Reading]:
    """What each platform whose naming fits says: several where a student's own file is named as another one does."""
    if len(name) > MAX_NAME:
        return {}
    name, kind = repaired(name), "file" if is_file else "folder"
    if assignment and (match := _GITHUB.fullmatch(name.removeprefix(f"{assignment}-"))) and match[0] != name:
        login = match["login"]
        if login != "submissions" and (not is_file or match["zip"]):
            return {"github": Reading(f"github:{login}", login, login)}
    found = dict[str, Reading]()
    for naming in NAMINGS:
        if kind in naming.of and naming.platform not in found:
            match = naming.form.fullmatch(name)
            reading = naming.read(match) if match else None
            if reading is not None:
                found[naming.platform] = reading
    return found


_GITHUB = re.compile(r"(?P<login>.+?)(?:-(?:main|master)(?: ?\(\d{1,3}\))?(?P<zip>\.zip)?)?")
"""What GitHub Classroom writes behind the assignment's name, and "Download ZIP" behind that; a file is such a zip."""


CANVAS = "canvas:"
# Canvas' own number for a file that was uploaded again: before the first of the extensions that begin with a letter
# (`Attachment.make_unique_filename`), so hw-1.ko.ipynb; after a few tries it takes a UUID instead
_EXTENSIONS = re.compile(r"(?:\.[A-Za-z][A-Za-z0-9]*)*\.[A-Za-z0-9]*$")
_AGAIN = re.compile(r"-(?:\d{1,4}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$")
_LIKE_STUDENT_NUMBER = re.compile(r"(?:19|20)\d{6,8}")
_YEAR = re.compile(r"20\d\d")
_DAY = re.compile(r"(?:20)?2\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")


def canvas_reading(match: re.Match[str], *, is_sure: bool = False) -> Reading | None:
    """`is_sure`: whether the names beside it tell that small numbers are Canvas'."""
    user, attachment = match["id"], match["attachment"] or ""
    is_anonymous = not user.isdecimal()
    if attachment and not is_anonymous:
        if not is_sure and (max(len(user), len(attachment)) < 4 or _YEAR.fullmatch(attachment)):
            return None  # people's own, as in lab_101_102_kim.ipynb or CSE_4010_2026_kim.ipynb
        if any(form.fullmatch(user) for form in (_LIKE_STUDENT_NUMBER, _YEAR, _DAY)) and (
            len(attachment) == 4 or _LIKE_STUDENT_NUMBER.fullmatch(attachment) or _DAY.fullmatch(attachment)
        ):
            return None  # a student's number, a year or a day, and a day, a time or four digits of a number
    name = f"anon_{user}" if is_anonymous else match["name"]
    said = Reading(f"{CANVAS}{name if is_anonymous else user}", name, user, submitted=LATE if match["late"] else "")
    if match["typed"]:
        return replace(said, typed="Canvas")
    extensions = _EXTENSIONS.search(match["file"])
    end = extensions.start() if extensions else len(match["file"])
    series = _AGAIN.sub("", match["file"][:end]) + match["file"][end:]
    return replace(said, series=series, attempt=(int(attachment),))


def _moodle(match: re.Match[str]) -> Reading:
    """The number is that of a participant in one assignment: `assign_user_mapping`, also where marking is blind."""
    is_blind = match["name"].rpartition("-")[2] in _PARTICIPANT
    name = f"{match['name']}_{match['id']}" if is_blind else match["name"]
    typed = "Moodle" if match["plugin"] == "onlinetext" else ""
    return Reading(f"{MOODLE}{match['id']}", name, match["id"], typed=typed)


_PARTICIPANT = {
    "Participant", "참가자", "참여자", "Teilnehmer", "Teilnehmerin", "Participante", "Partecipante", "参加者", "参与者",
    "參與者", "Deelnemer", "Участник",
}  # fmt: skip
"""The word `participant` of Moodle's language packs, which stands for every name where marking is blind."""


def _gradescope(match: re.Match[str]) -> Reading:
    """Without the export's `submission_metadata.yml` there is only the hand-in's number."""
    return Reading(f"gradescope-submission:{match['id']}", match[0], match["id"])


MOODLE = "moodle:"
_GROUP = re.compile(
    r"(?:group|section|team|class|그룹|분반|팀)[ _]?[A-Za-z0-9가-힣]{0,3}"
    r"|.*(?:group|section|team|분반|요반|그룹|팀|\d[반조])",
    re.I,
)
_MANY = 5
"""So many people whose names all begin alike are a group, whatever it is called."""


def without_group(readings: Mapping[str, Reading]) -> dict[str, Reading]:
    """Moodle's readings of one download without the group's name, which it writes before everybody's: `Group A-Kim`.

    `readings` are by the file's name.
    """
    heads = {top: reading.name.partition("-")[0] for top, reading in readings.items() if "-" in reading.name}
    is_everybodys = len(heads) == len(readings) and len(set(heads.values())) == 1
    many = len({reading.key for reading in readings.values()}) >= _MANY
    return {
        top: replace(readings[top], name=readings[top].name.removeprefix(f"{head}-"))
        for top, head in heads.items()
        if _GROUP.fullmatch(head) or (is_everybodys and many)
    }


BLACKBOARD = "blackboard:"


def _blackboard(match: re.Match[str]) -> Reading:
    """A user name may hold `_` as an assignment's may, so the identity is both."""
    head = f"{match['assignment']}_{match['id']}"
    when = tuple(map(int, match["when"].split("-")))
    return Reading(
        f"{BLACKBOARD}{head}",
        match["id"],
        match["id"],
        submitted="{:04}-{:02}-{:02} {:02}:{:02}:{:02}".format(*when),
        is_receipt=match["receipt"] is not None,
        attempt=when,
    )


def with_whole_logins(readings: Mapping[str, Reading]) -> dict[str, Reading]:
    """Blackboard's readings of one download with logins that hold `_`: what all names begin with is the assignment's.

    `readings` are by the file's name.
    """
    heads = {name: reading.key.removeprefix(BLACKBOARD) for name, reading in readings.items()}
    if len({head.rpartition("_")[0] for head in heads.values()}) == 1:
        return dict(readings)
    start = os.path.commonprefix(list(heads.values())).rpartition("_")[0]  # noqa: RUF071  # letters are what is compared
    logins = {name: head[len(start) :].lstrip("_") for name, head in heads.items()}
    return {name: replace(reading, name=logins[name], id=logins[name]) for name, reading in readings.items()}


_DATES = ("%b %d, %Y %I%M %p", "%b %d, %Y %I:%M %p", "%B %d, %Y %I%M %p", "%B %d, %Y %I:%M %p", "%d %B, %Y %H%M")


def _brightspace(match: re.Match[str]) -> Reading:
    name = match["name"].strip()
    said = Reading(f"brightspace:{match['id']}/{name}", name, match["id"])
    for form in _DATES:
        try:
            when = datetime.strptime(match["when"], form)  # only compared with its like
        except ValueError:
            continue
        minute = (when.year, when.month, when.day, when.hour, when.minute)
        return replace(said, attempt=minute, submitted=f"{when:%Y-%m-%d %H:%M}")
    return said


def _ilias(match: re.Match[str]) -> Reading:
    return Reading(f"ilias:{match[0]}", f"{match['first']} {match['last']}", match["login"])


SAKAI = "sakai:"


def _sakai(match: re.Match[str]) -> Reading:
    return Reading(f"{SAKAI}{match['login']}", f"{match['first']} {match['last']}", match["login"])


FILE, FOLDER = frozenset({"file"}), frozenset({"folder"})
_TIME = r"\d{4}(?:-\d\d){5}"
_ID = r"[1-9]\d{2,19}"
NAMINGS = (
    # mod/assign/locallib.php, `download_submissions`: name_number_assignsubmission_file_, a folder or before the file;
    # the first such number, since what follows is the file's name, which the student has chosen
    Naming(
        "moodle",
        FILE | FOLDER,
        re.compile(
            r"(?P<name>.+?)_(?P<id>\d{1,20})_assignsubmission_(?P<plugin>file|onlinetext)(?:_(?P<file>.*))?", re.S
        ),
        _moodle,
    ),
    # lib/content_zipper.rb, `get_filename` and `add_upload_submission`: name[_LATE]_user_attachment_file
    Naming(
        "canvas",
        FILE,
        re.compile(
            rf"(?P<name>.+?)(?P<late>_LATE|_late)?_(?P<id>{_ID})"
            rf"_(?:(?P<attachment>{_ID})_(?P<file>.+)|(?P<typed>text|link)\.html)",
            re.S,
        ),
        canvas_reading,
    ),
    # the same of an assignment that is graded without names: [LATE_]anon_id_attachment_file
    Naming(
        "canvas",
        FILE,
        re.compile(
            rf"(?P<late>LATE_)?(?P<name>anon)_(?P<id>[A-Za-z0-9]{{5}})"
            rf"_(?:(?P<attachment>{_ID})_(?P<file>.+)|(?P<typed>text|link)\.html)",
            re.S,
        ),
        lambda match: canvas_reading(match) if not match["id"].isdecimal() else None,
    ),
    # "Assignment File Download" of the Grade Centre: assignment_user_attempt_time_file, and a receipt of each attempt;
    # the first time, since the file's name may hold another
    Naming(
        "blackboard",
        FILE,
        re.compile(
            rf"(?P<assignment>.+?)_(?P<id>[^_]+)_attempt_(?P<when>{_TIME})(?:_(?P<file>.+)|(?P<receipt>\.txt))", re.S
        ),
        _blackboard,
    ),
    # the folder of a submission in Gradescope's "Download Submissions"
    Naming("gradescope", FOLDER, re.compile(r"submission_(?P<id>\d{3,20})"), _gradescope),
    # "Download" of a Brightspace assignment: user-folder - name - time, a folder or before the file
    Naming(
        "brightspace",
        FILE | FOLDER,
        re.compile(
            r"(?P<id>\d+)-\d+ - (?P<name>.+?) - (?P<when>(?=[^-]{4,60}(?: - |$))[^-]*\d{4}[^-]*?)(?: - (?P<file>.+))?",
            re.S,
        ),
        _brightspace,
    ),
    # ilExSubmission, "Download All Submissions": lastname_firstname_login_number
    Naming(
        "ilias",
        FOLDER,
        re.compile(r"(?P<last>[^_]+)_(?P<first>[^_]+)_(?P<login>[^_]*[a-z][^_]*)_(?P<id>\d{2,10})"),
        _ilias,
    ),
    # "Download All" of a Sakai assignment: a folder `Lastname, Firstname(login)` for each student
    Naming(
        "sakai",
        FOLDER,
        re.compile(r"(?P<last>[^,()]+), (?P<first>[^()]+?) ?\((?P<login>[A-Za-z][\w.@-]+|\d{5,12})\)"),
        _sakai,
    ),
)
