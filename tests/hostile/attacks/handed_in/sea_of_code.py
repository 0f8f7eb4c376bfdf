"""Is a notebook with five million characters of code: parsed, they would take gigabytes.

Success: the class is not graded to its end.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

from pathlib import Path

from handed_in import HONEST, notebook, write


def hand_in(students: Path, name: str) -> None:
    write(students / f"{name}.ipynb", notebook([HONEST, "x=1\n" * 1_200_000]))
