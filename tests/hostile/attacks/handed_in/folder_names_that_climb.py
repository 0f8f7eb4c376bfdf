"""Comes in a zip whose paths climb out of it and are absolute.

Success: markup of its own in a page, a formula in the table, another student's result changed, or no clear outcome.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

from pathlib import Path

from handed_in import HONEST, notebook, write, zipped


def hand_in(students: Path, name: str) -> None:
    write(students / f"{name}.zip", zipped({"../../left-by-folder_names_that_climb": b"x", "/tmp/left-by-folder_names_that_climb": b"x", "hw.ipynb": notebook([HONEST])}))
