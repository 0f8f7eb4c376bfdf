"""Comes with a log whose unpickling runs a command, as Otter's did.

Success: a file of its own is left.
Succeeds: not tried, since it harms who opens the file with other tools, or a grader that trusts it
"""

from pathlib import Path

from handed_in import HONEST, notebook, write, zipped


def hand_in(students: Path, name: str) -> None:
    pickle = b"cposix\nsystem\n(S'touch left-by-pickled_log'\ntR."
    write(students / f"{name}.zip", zipped({"hw.ipynb": notebook([HONEST]), ".OTTER_LOG": pickle, "__zip_filename__": b"x.zip"}))
