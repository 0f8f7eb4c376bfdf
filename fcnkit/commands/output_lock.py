"""Guards `--out`: one process at a time, one assignment, and no submissions inside."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from fcnkit.errors import UserError
from fcnkit.gradebook import Gradebook
from fcnkit.grading.folder_lock import locked_folder
from fcnkit.grading.intake.disk import GRADEBOOK, HANDED_IN
from fcnkit.text import Text
from fcnkit.whole_file import encoded

BUSY = Text(
    ko="--out {out}: 다른 `fcnkit grade`가 이 폴더에서 일하고 있습니다. 끝나기를 기다리거나 --out에 다른 폴더를 "
    "지정하세요.",
    en="--out {out}: another `fcnkit grade` is at work in this folder; wait for its end, or name another --out",
)
STANDS_IN = Text(
    ko="--out {out}: 제출물 {path:이} 이 폴더 안에 있습니다. 제출물이 없는 폴더를 지정하세요.",
    en="--out {out}: {path} stands in it; name a folder that holds no submissions",
)
HOLDS = Text(
    ko="--out {out}: 폴더에 {held!r:이} 있습니다. 제출물이 없는 폴더를 지정하세요.",
    en="--out {out}: it holds {held!r}; name a folder that holds no submissions",
)
OTHER_ASSIGNMENT = Text(
    ko="--out {out}: {other} 과제의 결과가 들어 있습니다. {assignment} 과제에는 다른 폴더를 지정하세요.",
    en="--out {out}: it holds the results of {other}; name another folder for {assignment}",
)


@contextlib.contextmanager
def exclusive_lock(out: Path) -> Iterator[None]:
    """Hold the folder until the end, also that of a killed process. Raises UserError when another holds it."""
    with contextlib.ExitStack() as held:
        try:
            held.enter_context(locked_folder(out.resolve()))
        except BlockingIOError:
            raise UserError(BUSY, out=out) from None
        except OSError as error:
            if error.filename is not None:  # the folder cannot be opened
                raise  # else the file system has no such locks
        yield


def check_out(out: Path, paths: Sequence[Path]) -> None:
    """Refuse a folder that holds submissions: what is written there would stand among them. Raises UserError."""
    here = Path(os.path.realpath(out))
    for path in paths:
        given = Path(os.path.realpath(path))
        if given == here or here in given.parents:
            raise UserError(STANDS_IN, out=out, path=path)
    if not (out / GRADEBOOK).exists() and out.is_dir():
        held = next((path.name for path in sorted(out.iterdir()) if path.suffix in HANDED_IN), None)
        if held is not None:
            raise UserError(HOLDS, out=out, held=held)


def check_assignment(out: Path, gradebook: Gradebook, assignment: str) -> None:
    """Refuse a folder that another assignment was graded into. Raises UserError."""
    other = gradebook.other_assignment(assignment)
    if other is not None:
        raise UserError(OTHER_ASSIGNMENT, out=out, other=other, assignment=assignment)


def keep_edited(out: Path, gradebook: Gradebook, table: str) -> Path | None:
    """Move a `grades.csv` that was not written from here aside before `table` replaces it; returns its new path.

    Records the new table's bytes before writing them, so that a crash in between is not taken for an edit.
    """
    path, new = out / "grades.csv", hashlib.sha256(encoded(table)).hexdigest()
    old = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else new
    gradebook.will_write(new)
    if old == new or gradebook.wrote(old):
        return None
    aside = next(place for place in (out / f"grades.edited-{n}.csv" for n in count(1)) if not place.exists())
    path.rename(aside)
    return aside
