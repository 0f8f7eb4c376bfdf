"""Downloads of a class as platforms make them, unpacked: each student's file, and what else lies there."""

from __future__ import annotations

import io
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import ZipFile

from classes import NAME

NAMES = ("김민지", "이수아", "김민지", "박지호", "kimminji", "KimMinji", "윤시우", "O'Neil Sean")
NOTEBOOK = f"{NAME}.ko.ipynb"
PLATFORMS = (
    "canvas", "canvas-anonymous", "moodle", "moodle-flat", "moodle-blind", "moodle-groups", "gradescope",
    "gradescope-groups", "blackboard", "brightspace", "google-classroom", "learningx", "campus", "campus-nfd", "ilias",
    "github", "github-zips", "nbgrader", "jupyterhub", "otter",
)  # fmt: skip
WITHOUT_IDS = {"google-classroom", "nbgrader", "jupyterhub", "otter"}


@dataclass
class Handed:
    """One student's hand-in at a platform."""

    path: str
    """The notebook's place, or that of the zip which holds it."""
    name: str
    id: str
    source: str = ""
    """Where grading says that it is, if not at its path."""
    beside: dict[str, bytes] = field(default_factory=dict)


def name_of(number: int) -> str:
    return NAMES[number % len(NAMES)]


def handed(platform: str, number: int) -> Handed:  # noqa: PLR0912  # one case for each platform
    """As the platform writes it; two of each group of eight have one name."""
    name, id, login = name_of(number), str(20231300 + number), f"user{number}"
    late = number % 5 == 0
    folder = f"{name}_{id}_assignsubmission_file_"
    match platform:
        case "canvas":
            plain = "".join(letter for letter in name.lower() if letter.isalnum())
            again = f"-{number % 3}" if number % 3 else ""
            file = f"{plain}{'_LATE' * late}_{id}_{70000 + number}_{NAME}{again}.ko.ipynb"
            return Handed(file, name, id)
        case "canvas-anonymous":
            file = f"{'LATE_' * late}anon_a{number:04}_{70000 + number}_{NOTEBOOK}"
            return Handed(file, f"anon_a{number:04}", f"a{number:04}")
        case "moodle":
            return Handed(f"{folder}/{NOTEBOOK}", name, id)
        case "moodle-flat":
            return Handed(f"{folder}{NOTEBOOK}", name, id)
        case "moodle-blind":
            return Handed(f"Participant_{id}_assignsubmission_file_/{NOTEBOOK}", f"Participant_{id}", id)
        case "moodle-groups":
            return Handed(f"Group {'AB'[number % 2]}-{folder}/{NOTEBOOK}", name, id)
        case "gradescope" | "gradescope-groups":
            return Handed(f"submission_{7000 + number}/{NOTEBOOK}", name, id)
        case "blackboard":
            when = f"attempt_2026-11-{10 + number % 9}-10-00-00"
            older = {f"HW 1_s{id}_attempt_2026-11-01-10-00-00_{NOTEBOOK}": b"{}"} if late else {}
            receipt = {f"HW 1_s{id}_{when}.txt": b"receipt"}
            return Handed(f"HW 1_s{id}_{when}_{NOTEBOOK}", f"s{id}", f"s{id}", beside=older | receipt)
        case "brightspace":
            return Handed(f"{id}-99 - {name} - Nov 10, 2026 1005 AM/{NOTEBOOK}", name, id)
        case "google-classroom":
            again = f" ({number})" if number >= len(NAMES) else ""
            return Handed(f"{name} - {NAME}.ko{again}.ipynb", name, "")
        case "learningx":
            return Handed(f"{id}_{name}_과제1{'_수정' * (number % 2)}.ipynb", name, id)
        case "campus":
            return Handed(f"{name}({id}).ipynb", name, id)
        case "campus-nfd":
            return Handed(unicodedata.normalize("NFD", f"과제1 {id[:4]}-{id[4:]} {name} (최종).ipynb"), name, id)
        case "ilias":
            return Handed(f"Kim_Minji_{login}_{500 + number}/{NOTEBOOK}", "Minji Kim", login)
        case "github":
            return Handed(f"{NAME}-{login}/{NOTEBOOK}", login, login, beside={f"{NAME}-{login}/README.md": b""})
        case "github-zips":
            file = f"{NAME}-{login}-main.zip"
            return Handed(file, login, login, f"{file}!{NAME}-{login}-main/{NOTEBOOK}")
        case "nbgrader":
            return Handed(f"submitted/{login}/{NAME}/{NOTEBOOK}", login, "", f"{login}/{NAME}/{NOTEBOOK}")
        case "jupyterhub":
            home = {f"{login}/.bashrc": b"", f"{login}/02-yolo-output/02-yolo-output.ko.ipynb": b"{}"}
            return Handed(f"{login}/{NAME}/{NOTEBOOK}", login, "", beside=home)
        case _:
            file = f"{name} {number}_2026_05_01T10_00_00_{number:06}.zip"
            return Handed(file, f"{name} {number}", "", f"{file}!{NOTEBOOK}")


def download(platform: str, folder: Path, notebooks: Mapping[int, bytes]) -> Path:
    """What an instructor has after unpacking, with a file that is nobody's."""
    files: dict[str, bytes] = {"README.txt": b"read me"}
    for number, content in notebooks.items():
        one = handed(platform, number)
        files[one.path] = _zipped({one.source.partition("!")[2]: content}) if one.path.endswith(".zip") else content
        files |= one.beside
    if platform == "nbgrader":
        files |= {f"source/{NAME}/{NOTEBOOK}": b"{}", f"release/{NAME}/{NOTEBOOK}": b"{}", "gradebook.db": b""}
    if platform.startswith("gradescope"):
        files["submission_metadata.yml"] = "".join(_submitters(platform, number) for number in notebooks).encode()
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def letters(name: str) -> str:
    """A name as labels are compared with it."""
    return "".join(letter for letter in unicodedata.normalize("NFC", name).lower() if letter.isalnum())


def partner_of(number: int) -> int:
    """With whom somebody hands in at Gradescope as a group: nobody here has a hand-in of their own."""
    return 500 + number


def _submitters(platform: str, number: int) -> str:
    people = [number, partner_of(number)] if platform == "gradescope-groups" else [number]
    return f"submission_{7000 + number}:\n  :submitters:\n" + "".join(
        f"  - :name: {json.dumps(name_of(each), ensure_ascii=False)}\n    :sid: '{20231300 + each}'\n"
        f"    :email: s{each}@example.ac.kr\n"
        for each in people
    )


def _zipped(members: Mapping[str, bytes]) -> bytes:
    content = io.BytesIO()
    with ZipFile(content, "w") as file:
        for name, data in members.items():
            file.writestr(name, data)
        file.writestr(".OTTER_LOG", b"")
    return content.getvalue()
