"""Is a notebook whose code holds NUL and halves of characters.

Success: markup of its own in a page, a formula in the table, another student's result changed, or no clear outcome.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

import json
from pathlib import Path

from handed_in import HONEST, notebook, write


def hand_in(students: Path, name: str) -> None:
    document = json.loads(notebook([HONEST, "x = 1\0", "y = '\ud800'"]))
    write(students / f"{name}.ipynb", json.dumps(document).encode())
