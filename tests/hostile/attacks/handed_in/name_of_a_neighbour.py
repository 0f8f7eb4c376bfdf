"""Hands in wrong answers under names that become a neighbour's once they are made safe, and comes before them.

Success: another student's result changed.
Succeeds: not tried, since only a grader that makes names safe stumbles over it; this one did before it was looked for
"""

from pathlib import Path

from handed_in import HONEST, notebook, write


def hand_in(students: Path, name: str) -> None:
    write(students / f"{name}.ipynb", notebook([HONEST]))
    for before in (" ", "+", "-", "\u00a0", "."):
        write(students / f"{before}a-neighbour.ipynb", notebook(["def double(x): return 0"]))
