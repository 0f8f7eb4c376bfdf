"""Is a notebook whose metadata is nested deeper than parsers like.

Success: the class is not graded to its end.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

from pathlib import Path

from handed_in import HONEST, notebook, write


def hand_in(students: Path, name: str) -> None:
    content = notebook([HONEST]).replace(b'"metadata": {}', b'"metadata": ' + b'{"a":' * 200_000 + b"1" + b"}" * 200_000, 1)
    write(students / f"{name}.ipynb", content)
