"""Is a notebook with a name of 220,000 combining marks: Python sorts them by insertion before it knows the name.

Success: the class is not graded to its end, or it is for ever ungraded.
Succeeds: not tried, since it harms a grader that parses or normalises what it is given; it kept one busy for 422 seconds
"""

from pathlib import Path

from handed_in import HONEST, notebook, write


def hand_in(students: Path, name: str) -> None:
    marks = "\u0301\u0323" * 110_000
    write(students / f"{name}.ipynb", notebook([HONEST, f"import a{marks}", f"from a{marks} import b"]))
