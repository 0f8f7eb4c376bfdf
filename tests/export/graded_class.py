"""A graded class without grading: hand-ins named as platforms name them, results with given marks."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from pathlib import Path

from fcnkit.course import Course
from fcnkit.gradebook import Gradebook, Key
from fcnkit.grading.intake import survey
from fcnkit.grading.results import Status, SubmissionResult

ASSIGNMENT = Course.find(Path(__file__)).assignment("01")


def graded(folder: Path, marks: Mapping[str, float], status: Status = Status.GRADED, given: Path | None = None) -> Path:
    """`folder/out` with a gradebook: each file of `marks` was handed in and has got so many points of 100.

    `given` is a download with them, which is there already.
    """
    hand_ins = given or folder / "class"
    for name in marks if given is None else ():
        path = hand_ins / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"{}")
    of_source = {unicodedata.normalize("NFC", name): mark for name, mark in marks.items()}
    out = folder / "out"
    (out / "feedback").mkdir(parents=True)
    with Gradebook(out / "gradebook.sqlite") as gradebook:
        for found in gradebook.register.enrol(survey([hand_ins]).people).found:
            result = SubmissionResult(
                assignment=ASSIGNMENT.name,
                student=found.student,
                identity=found.person.identity,
                id=found.person.id,
                submission=found.source,
                lang="ko",
                status=status,
                score=of_source[found.source] if status is Status.GRADED else 0,
                max_score=100 if status is Status.GRADED else 0,
            )
            gradebook.append(Key(found.person.identity, found.source, "s", "e", "cpu"), result)
            (out / "feedback" / f"{found.student}.html").write_text(f"<p>{found.source}", encoding="utf-8")
    return out
