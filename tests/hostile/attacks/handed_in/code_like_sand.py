"""Is a notebook with as much code as is taken, all of it the smallest of pieces, for whoever parses it.

Success: the class is not graded to its end.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

from pathlib import Path

from handed_in import HONEST, notebook, write


def hand_in(students: Path, name: str) -> None:
    write(students / f"{name}.ipynb", notebook([HONEST, "x = [" + "1," * 240_000 + "]"]))
