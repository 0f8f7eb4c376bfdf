"""Is a notebook with a cell of 400,000 characters in one line.

Success: the class is not graded to its end.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

from pathlib import Path

from handed_in import HONEST, notebook, write


def hand_in(students: Path, name: str) -> None:
    write(students / f"{name}.ipynb", notebook([HONEST, "x = " + "-" * 400_000 + "1"]))
