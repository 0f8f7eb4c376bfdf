"""Graded folders without grading: results of given people in given assignments of this course."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from fcnkit.course import Course
from fcnkit.gradebook import Gradebook, Key
from fcnkit.grading.intake import Found, Person
from fcnkit.grading.results import NamedMisconception, Outcome, QuestionResult, Status, SubmissionResult
from fcnkit.text import Text

COURSE = Course(Path(__file__).parents[2])


def named(id: str) -> NamedMisconception:
    return NamedMisconception(id=id, name=Text(ko=id, en=id), text=Text(ko=id, en=id))


def answered(id: str, *mistakes: str, left: bool = False) -> QuestionResult:
    """A question's result: not attempted, right, or wrong by these mistakes."""
    outcome = Outcome.UNATTEMPTED if left else Outcome.FAILED if mistakes else Outcome.PASSED
    return QuestionResult(
        id=id,
        title=Text(ko=f"{id} 제목", en=f"title of {id}"),
        outcome=outcome,
        score=10.0 if outcome is Outcome.PASSED else 0.0,
        max_score=10.0,
        checks=(),
        misconceptions=tuple(map(named, mistakes)),
    )


def graded(folder: Path, number: str, people: Mapping[str, Sequence[QuestionResult]]) -> Path:
    """A folder with a gradebook; `people` are identities such as `canvas:7 Kim Haneul`, each with their results."""
    assignment = COURSE.assignment(number)
    folder.mkdir(parents=True, exist_ok=True)
    with Gradebook(folder / "gradebook.sqlite") as gradebook:
        found = []
        for who, questions in people.items():
            identity, _, name = who.partition(" ")
            id = "" if identity.startswith("name:") else identity.partition(":")[2]
            place = str(folder) if identity.startswith("name:") else ""
            person = Person(f"name:{number}/{name}" if place else identity, name, name, id, "", place)
            found.append((Found(name, person, f"{name}.ipynb", (), None, ()), questions))
        gradebook.register.enrol([each for each, _ in found])
        for each, questions in found:
            result = SubmissionResult(
                assignment=assignment.name,
                student=each.student,
                identity=each.person.identity,
                id=each.person.id,
                submission=each.source,
                lang="ko",
                status=Status.GRADED,
                score=sum(question.score or 0 for question in questions),
                max_score=sum(question.max_score for question in questions),
                questions=tuple(questions),
            )
            gradebook.append(Key(each.person.identity, each.source, "s", "e", "cpu"), result)
    return folder
