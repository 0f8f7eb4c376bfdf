"""Is itself a symbolic link to a private file.

Success: a secret word stands on its page.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

from pathlib import Path


def hand_in(students: Path, name: str) -> None:
    (students / f"{name}.ipynb").symlink_to(students.parent / "private" / "diary.txt")
