"""Classes as platforms and people make them: namesakes, late arrivals, renamed files, merged and moved downloads.

Each notebook's code says whose it is and which version, which nothing of the grader ever looks at.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from handed_in import notebook

NAMES = ("김민지", "이수아", "kim", "Kim", "kimminji", "O'Neil", "윤시우")
PLATFORMS = ("canvas", "moodle", "gradescope", "blackboard", "brightspace", "campus", "plain")
WITHOUT_IDS = "plain"
TELLS_ATTEMPTS = {"canvas", "gradescope", "blackboard", "brightspace"}
"""Platforms whose names tell the later of two hand-ins, also where several downloads are given at once."""


@dataclass
class Student:
    number: int
    name: str
    version: int = 0
    files: list[tuple[str, int]] = field(default_factory=list)
    """What they have handed in: the upload's number and the version."""

    first_name: str = ""
    """What stands beside a student number: another name there is another person's until somebody says otherwise."""

    def __post_init__(self) -> None:
        self.first_name = self.name

    def code(self, version: int) -> str:
        return f"owner, version = {self.number}, {version}"


class GeneratedClass:
    """One class at one platform; `runs` yields, run by run, what the instructor gives to the grader."""

    def __init__(self, seed: int, root: Path) -> None:
        self.random = random.Random(seed)  # no secret
        self.platform = PLATFORMS[seed % len(PLATFORMS)]
        self.root = root
        self.students = [Student(number, self.random.choice(NAMES)) for number in range(1, self.random.randint(3, 7))]
        self._uploads = 5000

    def runs(self) -> Iterator[list[Path]]:
        """First some of the class, then late arrivals and new versions, in other folders, merged or moved."""
        here = self.students[: max(1, len(self.students) // 2)]
        for student in here:
            self._hand_in(student)
        first = self._download("first", here)
        yield [first]
        late = [student for student in self.students if student not in here or self.random.random() < 0.4]
        for student in late:
            if self.platform != WITHOUT_IDS and self.random.random() < 0.3:
                student.name = self.random.choice(NAMES)  # married, or another nickname
            self._hand_in(student)
        second = self._download("late", late)
        yield [second]
        yield self._later(first, second)

    def _later(self, first: Path, second: Path) -> list[Path]:
        choice = self.random.choice(("again", "merged", "moved", "both"))
        if choice == "moved":
            moved = self.root / "archive" / second.name
            moved.parent.mkdir()
            shutil.move(second, moved)
            return [moved]
        if choice == "merged" and self.platform in (TELLS_ATTEMPTS | {"moodle"}) - {"gradescope"}:
            return [self._download("merged", self.students)]
        return [first, second] if choice == "both" and self.platform in TELLS_ATTEMPTS | {WITHOUT_IDS} else [second]

    def _hand_in(self, student: Student) -> None:
        student.version += 1
        self._uploads += self.random.randint(1, 9)
        student.files.append((str(self._uploads), student.version))

    def _download(self, name: str, students: list[Student]) -> Path:
        folder = self.root / name
        folder.mkdir()
        (folder / "README.txt").write_text("read me")
        taken: set[str] = set()
        for student in students:
            uploads = student.files if name == "merged" else student.files[-1:]
            for upload, version in uploads:
                path = folder / self._place(student, upload, version, taken)
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(notebook(student.code(version)))
        if self.platform == "gradescope":
            lines = "".join(
                f"submission_{student.files[-1][0]}:\n  :submitters:\n  - :name: {json.dumps(student.name)}\n"
                f"    :sid: '{student.number}'\n    :email: s{student.number}@example.ac.kr\n"
                for student in students
            )
            (folder / "submission_metadata.yml").write_text(lines, encoding="utf-8")
        return folder

    def _place(self, student: Student, upload: str, version: int, taken: set[str]) -> str:
        """The file's path as the platform writes it."""
        name, id = student.name, 100 + student.number
        again = f"-{version - 1}" if version > 1 else ""
        if self.platform == "canvas":
            return f"{name.lower().replace(' ', '').replace(chr(39), '')}_{id}_{upload}_hw{again}.ko.ipynb"
        if self.platform == "moodle":
            return f"{name}_{id}_assignsubmission_file_/hw.ipynb"
        if self.platform == "gradescope":
            return f"submission_{upload}/hw.ipynb"
        if self.platform == "blackboard":
            return f"HW 1_s{id}_attempt_2026-11-{10 + version}-10-00-00_hw.ipynb"
        if self.platform == "brightspace":
            return f"{id}-99 - student {id} - Nov {10 + version}, 2026 1005 AM/hw.ipynb"
        if self.platform == "campus":
            return f"2023{1300 + student.number}_{student.first_name}_과제1{'_수정' * (version - 1)}.ipynb"
        number = 0
        while (stem := f"{name} ({number})" if number else name).casefold() in taken:
            number += 1
        taken.add(stem.casefold())
        return f"{stem}.ipynb"
