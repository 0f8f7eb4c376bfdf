"""Is a folder in which another folder, and the notebook itself, are links to what others have.

Success: it gets the neighbour's marks.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

from pathlib import Path


def hand_in(students: Path, name: str) -> None:
    (students / name).mkdir()
    (students / name / "work").symlink_to(students)
    (students / name / "hw.ipynb").symlink_to(students / "a-neighbour.ipynb")
