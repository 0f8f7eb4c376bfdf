"""Is a notebook that imports 45,000 modules, each of which is worth a note on every page and in every table.

Success: the class is not graded to its end.
Succeeds: not tried, since it harms who reads the pages; it made 116,669 printed lines, and a cell of 5.5 MB in the table
"""

from pathlib import Path

from handed_in import HONEST, notebook, write


def hand_in(students: Path, name: str) -> None:
    write(students / f"{name}.ipynb", notebook([HONEST, "import " + ", ".join(f"m{n}" for n in range(45_000))]))
