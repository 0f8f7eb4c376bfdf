"""An exam as an assignment, so that its gradebook can be opened, reviewed, exported and handed back like any other."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from fcnkit.assignment_paths import AssignmentPaths
from fcnkit.bounded_file import read_bounded
from fcnkit.course import Assignment, AssignmentConfig, Course
from fcnkit.course import Question as Asked
from fcnkit.errors import UserError
from fcnkit.exams.record import Exam, Question
from fcnkit.exams.rubric import rule
from fcnkit.text import Text, joined, same

FILE = "exam-assignment.json"
"""Beside the gradebook."""
DAMAGED = Text(
    ko="{path}: 손상되었습니다. `fcnkit scan`을 다시 실행하세요.", en="{path}: damaged; run fcnkit scan again"
)
PLACE = Text(ko="{form} {number}번", en="{form}, question {number}")
KEY = Text(ko="{places}: {key}", en="{places}: {key}")
LOOK_OUT = Text(ko="흔한 오해\n{misconceptions}", en="Common misconceptions\n{misconceptions}")
RUBRIC = Text(ko="{rule}\n{keys}", en="{rule}\n{keys}")


def name_of(exam: Exam) -> str:
    """What the gradebook knows the exam by: two exams of a course are two."""
    return f"exam-{exam.id.lower()}"


def entry(exam: Exam) -> AssignmentConfig:
    """The exam's questions as those of an assignment; a person may mark any of them, so each has a rubric."""
    by_id: dict[str, list[tuple[str, Question]]] = {}
    for form in exam.forms:
        for question in form.questions:
            by_id.setdefault(question.id, []).append((form.name, question))
    questions = tuple(
        Asked(
            id=id,
            title=asked[0][1].title,
            points=asked[0][1].points,
            variables=(id,),
            rubric=_rubric(asked),
        )
        for id, asked in sorted(by_id.items(), key=lambda each: int(each[0][1:]))
    )
    return AssignmentConfig(title=exam.title, profile="numpy", questions=questions)


def _rubric(asked: list[tuple[str, Question]]) -> Text:
    places: dict[Text, list[Text]] = {}
    for form, question in asked:
        read = same(" | ".join(f"{mark.name} {mark.key}".strip() for mark in question.marks))
        key = read if question.explained is None else question.explained.model
        places.setdefault(key, []).append(PLACE.format(form=form, number=question.number))
    keys = [KEY.format(places=joined(each, ", "), key=key) for key, each in places.items()]
    said = RUBRIC.format(rule=rule(asked[0][1]), keys=joined(keys, "\n"))
    explained = asked[0][1].explained
    if explained is None:
        return said
    told = LOOK_OUT.format(misconceptions=joined(explained.misconceptions, "\n"))
    return joined([said, told], "\n") if explained.misconceptions else said


def exam_in(folder: Path, course: Course, name: str) -> Assignment | None:
    """The exam that was read into a folder, as an assignment; None where it holds none. Raises UserError."""
    path = folder / FILE
    if not path.is_file():
        return None
    try:
        config = AssignmentConfig.model_validate_json(read_bounded(path))
    except ValidationError:
        raise UserError(DAMAGED, path=path) from None
    return Assignment(AssignmentPaths(course.root, name), config)
