"""Begins cells with marks and cookies of other encodings, and parts lines as only Unicode does.

Success: markup of its own in a page, a formula in the table, another student's result changed, or no clear outcome.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

from pathlib import Path

from handed_in import HONEST, notebook, write

CELLS = (
    "# -*- coding: utf-7 -*-\nx = '+AGE-'",
    "\ufeff# coding: utf-16\ny = 1",
    "z = 1\u2028raise SystemExit\x0c\x0b\x85w = 2",
    "\x00\x1a\nif True:\r\n\tpass\r        v = 1",
    "%%writefile -a ../../x\nx",
    "%load_ext autoreload\n%run /etc/passwd\n%cd /\n%env A=b\n%store -r",
)


def hand_in(students: Path, name: str) -> None:
    write(students / f"{name}.ipynb", notebook([HONEST, *CELLS]))
