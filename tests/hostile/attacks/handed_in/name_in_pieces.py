"""Two files of one name: one written in whole letters, the other in letters and accents, which look the same.

Success: another student's result changed, or no clear outcome.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

import unicodedata
from pathlib import Path

from handed_in import HONEST, notebook, write


def hand_in(students: Path, name: str) -> None:
    write(students / f"{name}-\u00e9.ipynb", notebook([HONEST]))
    write(students / unicodedata.normalize("NFD", f"{name}-\u00e9.ipynb"), notebook(["def double(x): return 0"]))
