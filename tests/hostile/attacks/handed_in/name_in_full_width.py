"""Is called a formula whose signs are those of East Asian keyboards, which some spreadsheets take for the usual ones.

Success: markup of its own in a page, a formula in the table, another student's result changed, or no clear outcome.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

from pathlib import Path

from handed_in import HONEST, notebook, write


def hand_in(students: Path, name: str) -> None:
    write(students / f"{name}.ipynb", notebook([HONEST]))
    for sign in "\uff1d\uff0b\uff0d\uff20":
        write(students / f"{sign}1+1 {name}.ipynb", notebook([HONEST]))
