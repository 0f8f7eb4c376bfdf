"""Is called what moves a terminal's cursor, breaks lines and writes from right to left.

Success: markup of its own in a page, a formula in the table, another student's result changed, or no clear outcome.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

from pathlib import Path

from handed_in import HONEST, notebook, write


def hand_in(students: Path, name: str) -> None:
    write(students / f"{name}\x1b[2J\n\u202egnp.ipynb", notebook([HONEST]))
