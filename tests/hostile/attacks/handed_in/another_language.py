"""Is a notebook whose cells are for other programs: `%%bash`, `!`, `%run`, `%load_ext`.

Success: a file of its own is left.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

from pathlib import Path

from handed_in import HONEST, notebook, write


def hand_in(students: Path, name: str) -> None:
    cells = ["%%bash\ntouch /tmp/left-by-another_language", "!touch /tmp/left-by-another_language", "%run /etc/passwd",
             "%load_ext autoreload", "%%script sh\ntouch /tmp/left-by-another_language", "%cd /", HONEST]
    write(students / f"{name}.ipynb", notebook(cells))
