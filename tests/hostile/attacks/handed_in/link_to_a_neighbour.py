"""Is itself a symbolic link to what a neighbour has handed in.

Success: it gets the neighbour's marks.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

from pathlib import Path


def hand_in(students: Path, name: str) -> None:
    (students / f"{name}.ipynb").symlink_to(students / "a-neighbour.ipynb")
