"""A folder that `fcnkit grade --out` has filled, opened again: its assignment and its gradebook."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fcnkit.course import Assignment, Course
from fcnkit.errors import UserError
from fcnkit.exams.gradebook_entry import exam_in
from fcnkit.gradebook import Gradebook
from fcnkit.gradebook.late_rule import LateRule
from fcnkit.grading.intake.disk import GRADEBOOK
from fcnkit.text import Text

NO_GRADEBOOK = Text(
    ko="{folder}: 폴더에 {name:이} 없습니다. `fcnkit grade --out`으로 채점한 결과가 든 폴더를 지정하세요.",
    en="{folder}: no {name} in it; name the folder that fcnkit grade --out has filled",
)
NO_RESULTS = Text(
    ko="{path}: 아직 결과가 없습니다. 먼저 이 폴더에 제출물을 채점하세요.",
    en="{path}: no results in it yet; grade a class into this folder first",
)
HOLDS_EXAM = Text(
    ko="{folder}: 종이 시험의 결과라서 여기에는 쓸 수 없습니다. 노트북을 채점한 폴더를 지정하세요.",
    en="{folder}: holds an exam on paper, which cannot be used here; name a folder that notebooks were graded into",
)


@contextmanager
def open_graded(
    folder: Path, *, is_for_reading: bool = False, takes_exams: bool = False
) -> Iterator[tuple[Assignment, Gradebook]]:
    """Raises UserError where nothing has been graded into the folder, or answer sheets that are not to be taken.

    For reading alone it may lie where nobody can write.
    """
    path = folder / GRADEBOOK
    if not path.is_file():
        raise UserError(NO_GRADEBOOK, folder=folder, name=GRADEBOOK)
    with Gradebook(path, is_for_reading=True) as gradebook:
        name = gradebook.other_assignment("")
    if name is None:
        raise UserError(NO_RESULTS, path=path)
    course = Course.find()
    exam = exam_in(folder, course, name)
    if exam is not None and not takes_exams:
        raise UserError(HOLDS_EXAM, folder=folder)
    assignment = exam or course.assignment(name)
    rule = LateRule.of(assignment.config)
    with Gradebook(path, assignment.config.attempts, rule, is_for_reading=is_for_reading) as gradebook:
        yield assignment, gradebook
