"""Is called like the pages and tables that grading writes, like devices, and like nothing at all.

Success: markup of its own in a page, a formula in the table, another student's result changed, or no clear outcome.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

from pathlib import Path

from handed_in import HONEST, notebook, write

NAMES = ("index", "index.html", "grades.csv", "case-secret", "..", ".", " ", "-rf", "CON", "nul.txt", "~", "a" * 240)


def hand_in(students: Path, name: str) -> None:
    write(students / f"{name}.ipynb", notebook([HONEST]))
    for twin in (*NAMES, name.upper(), f"{name}\u200b", f"{name}\u0301" * 1):
        write(students / f"{twin}.ipynb", notebook([HONEST]))
