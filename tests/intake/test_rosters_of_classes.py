"""Whole classes with a roster: whoever is found on it is the very person, and every mark stays its owner's."""

from __future__ import annotations

import shutil
from collections import defaultdict
from pathlib import Path

from generated_classes import WITHOUT_IDS, GeneratedClass, Student
from proof import IS_FULL

from fcnkit.gradebook import Gradebook, Key
from fcnkit.gradebook.enrolment import enlist
from fcnkit.grading.intake import read, survey
from fcnkit.grading.results import Status, SubmissionResult
from fcnkit.roster import Id, Roster
from fcnkit.roster import Student as Listed
from fcnkit.roster.roster import Kind

CLASSES = 140 if IS_FULL else 35
KINDS: dict[str, Kind] = {"canvas": "canvas", "moodle": "moodle", "blackboard": "login"}


def _listed(one: GeneratedClass, student: Student) -> Listed:
    """The student as the platform's own list has them."""
    id = {
        "gradescope": f"{student.number}",
        "campus": f"2023{1300 + student.number}",
        "blackboard": f"s{100 + student.number}",
    }
    own = Id(KINDS.get(one.platform, "number"), id.get(one.platform, f"{100 + student.number}"))
    name = f"student {100 + student.number}" if one.platform == "brightspace" else student.first_name
    return Listed(name, student.number, (own, Id("number", f"2024{student.number:05}")))


def _grade(book: Gradebook, roster: Roster, paths: list[Path]) -> dict[str, set[int]]:
    """Take all in, find everybody on the roster; returns whose work stands under each identity."""
    owners = defaultdict(set)
    for found in book.register.enrol(survey(paths).people).found:
        submission = read(found)
        owner, version = (int(part) for part in submission.cells[0].source.partition(" = ")[2].split(","))
        result = SubmissionResult(
            assignment="01", student=found.student, identity=found.person.identity, id=found.person.id,
            submission=submission.source, lang="ko", status=Status.GRADED, score=owner * 100 + version, max_score=9999,
        )  # fmt: skip
        book.append(Key(found.person.identity, submission.digest, "s", "e", "d", submission.digest), result)
        owners[found.person.identity].add(owner)
    enlisted = enlist(book.register.people(), roster, book.register.whose())
    book.register.enlist(enlisted.known, enlisted.unsure, roster.labels)
    for identity, student in enlisted.known.items():
        assert owners.get(identity, {student.line}) == {student.line}
    return owners


def test_whoever_is_found_on_the_roster_is_that_person_and_keeps_their_marks(tmp_path: Path) -> None:
    found = 0
    for seed in range(CLASSES):
        root = tmp_path / str(seed)
        root.mkdir()
        one = GeneratedClass(seed, root)
        gone = one.random.choice(one.students) if one.platform != WITHOUT_IDS and len(one.students) > 2 else None
        people = tuple(_listed(one, student) for student in one.students if student is not gone)
        roster = Roster(Path("roster.csv"), people)
        with Gradebook(Path(":memory:")) as book:
            for run in one.runs():
                _grade(book, roster, run)
                rows = [(result.student, result.score // 100, result.score % 100) for result in book.latest("01")]
                assert len({label.casefold() for label, _, _ in rows}) == len(rows), seed
                if one.platform != WITHOUT_IDS:
                    handed_in = {student.number: student.version for student in one.students if student.version}
                    assert sorted((owner, version) for _, owner, version in rows) == sorted(handed_in.items()), seed
            found += len(set(book.register.whose().values()))
        shutil.rmtree(root)
    assert found > 2 * CLASSES
