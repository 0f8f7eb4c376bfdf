"""Is a zip that holds the same path twice, with different code.

Success: one reader takes the one and another the other: no clear outcome.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

import warnings
from zipfile import ZipFile
from pathlib import Path

from handed_in import HONEST, notebook, write


def hand_in(students: Path, name: str) -> None:
    with warnings.catch_warnings(), ZipFile(students / f"{name}.zip", "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("hw.ipynb", notebook([HONEST]))
        archive.writestr("hw.ipynb", notebook(["def double(x): return 0"]))
