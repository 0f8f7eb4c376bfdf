"""Comes with files that Python imports by themselves where they lie: sitecustomize, numpy, conftest.

Success: a file of its own is left.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

from pathlib import Path

from handed_in import HONEST, notebook, write


def hand_in(students: Path, name: str) -> None:
    code = b"import os\nopen(os.path.expanduser('/tmp/left-by-modules_beside_it'), 'w').close()\n"
    for module in ("sitecustomize", "usercustomize", "numpy", "conftest", "json", "fcnkit"):
        write(students / name / f"{module}.py", code)
    write(students / name / "hw.ipynb", notebook([HONEST]))
