"""Is called what a page would run, were the name put into it as it is.

Success: markup of its own in a page, a formula in the table, another student's result changed, or no clear outcome.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

from pathlib import Path

from handed_in import HONEST, notebook, write


def hand_in(students: Path, name: str) -> None:
    write(students / f"{name}<img src=x onerror=alert(1)>\"'&lt;.ipynb", notebook([HONEST]))
