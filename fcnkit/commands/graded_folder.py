"""A folder that `fcnkit grade --out` has filled, opened again: its assignment and its gradebook."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fcnkit.commands.output_lock import GRADEBOOK
from fcnkit.course import Assignment, Course
from fcnkit.errors import UserError
from fcnkit.gradebook import Gradebook
from fcnkit.gradebook.late_rule import LateRule
from fcnkit.text import Text

NO_GRADEBOOK = Text(
    ko="{folder}: 폴더에 {name:이} 없습니다. `fcnkit grade --out`으로 채점한 결과가 든 폴더를 지정하세요.",
    en="{folder}: no {name} in it; name the folder that fcnkit grade --out has filled",
)
NO_RESULTS = Text(
    ko="{path}: 아직 결과가 없습니다. 먼저 이 폴더에 제출물을 채점하세요.",
    en="{path}: no results in it yet; grade a class into this folder first",
)


@contextmanager
def open_graded(folder: Path, *, is_for_reading: bool = False) -> Iterator[tuple[Assignment, Gradebook]]:
    """Raises UserError where nothing has been graded into the folder.

    For reading alone it may lie where nobody can write.
    """
    path = folder / GRADEBOOK
    if not path.is_file():
        raise UserError(NO_GRADEBOOK, folder=folder, name=GRADEBOOK)
    with Gradebook(path, is_for_reading=True) as gradebook:
        name = gradebook.other_assignment("")
    if name is None:
        raise UserError(NO_RESULTS, path=path)
    assignment = Course.find().assignment(name)
    rule = LateRule.of(assignment.config)
    with Gradebook(path, assignment.config.attempts, rule, is_for_reading=is_for_reading) as gradebook:
        yield assignment, gradebook
