"""Is a zip in a zip in a zip, a hundred deep.

Success: the class is not graded to its end.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

from pathlib import Path

from handed_in import HONEST, notebook, write, zipped


def hand_in(students: Path, name: str) -> None:
    content = notebook([HONEST])
    for depth in range(100):
        content = zipped({"hw.ipynb" if depth == 0 else "inner.zip": content})
    write(students / f"{name}.zip", content)
