"""Is a notebook with two lists of cells, of which one reader takes the first and another the last.

Success: no clear outcome.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

from pathlib import Path

from handed_in import HONEST, notebook, write


def hand_in(students: Path, name: str) -> None:
    content = notebook(["def double(x): return 0"])
    write(students / f"{name}.ipynb", content[:-1] + b', "cells": ' + notebook([HONEST]).partition(b'"cells": ')[2])
