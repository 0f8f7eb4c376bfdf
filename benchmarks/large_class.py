"""A class of any size that looks graded: hand-ins as platforms name them, and results of an example class, mixed.

Each student's code is put together from alternatives and misconceptions, and what the checks said of each question is
what they said of somebody in the example class. The code of nobody is run.
"""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path

from similar import answers, solution

from fcnkit.authoring.handout import notebook_name
from fcnkit.course import Assignment
from fcnkit.gradebook import Gradebook, Key
from fcnkit.grading.intake import survey
from fcnkit.grading.results import Status, SubmissionResult, totals

FAMILIES = ("김", "이", "박", "최", "정", "강", "조", "윤", "O'Neil, ", "Nguyễn Văn ")
GIVEN = ("민지", "수아", "서준", "하은", "도윤", "지호", "예린", "은우", "지안", "시우", "유나", "채원", "Sean", "An")
SECTIONS = ("A", "B")


def hand_ins(assignment: Assignment, folder: Path, size: int, draw: random.Random) -> None:
    """A notebook of each student: the handed-out one and, below it, their functions."""
    handed_out = json.loads((assignment.paths.handout / notebook_name(assignment, "ko")).read_text("utf-8"))
    known = answers(assignment)
    folder.mkdir(parents=True)
    for at in range(size):
        code = solution(f"s{at}", assignment.config.questions, known, draw).code
        cell = {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": code}
        text = json.dumps({**handed_out, "cells": [*handed_out["cells"], cell]}, ensure_ascii=False)
        (folder / file_name(at)).write_text(text, encoding="utf-8")


def file_name(at: int) -> str:
    """What Canvas calls it."""
    return f"{''.join(filter(str.isalnum, name(at).lower()))}_{platform_id(at)}_{900_000 + at}_hw.ko.ipynb"


def moodle_hand_ins(folder: Path, size: int) -> None:
    """Hand-ins as Moodle names them; there is nothing in them."""
    for at in range(size):
        path = folder / f"{name(at)}_{platform_id(at)}_assignsubmission_file_" / "hw.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text("{}", encoding="utf-8")


def name(at: int) -> str:
    """The name of the student at a place; each name is that of some."""
    return FAMILIES[at % len(FAMILIES)] + GIVEN[at % len(GIVEN)]


def platform_id(at: int) -> int:
    return 50_000 + at


def gradebook(
    assignment: Assignment, hand_ins: Path, examples: Sequence[SubmissionResult], out: Path, draw: random.Random
) -> None:
    """`out` with a gradebook in which each hand-in has a result."""
    out.mkdir(parents=True)
    with Gradebook(out / "gradebook.sqlite") as book:
        for found in book.register.enrol(survey([hand_ins], assignment.name).people).found:
            questions = tuple(draw.choice(examples).questions[place] for place in range(len(examples[0].questions)))
            earned, most = totals(questions)
            result = SubmissionResult(
                assignment=assignment.name,
                student=found.student,
                identity=found.person.identity,
                id=found.person.id,
                submission=found.source,
                lang="ko",
                status=Status.GRADED,
                score=earned,
                max_score=most,
                questions=questions,
            )
            book.append(Key(result.identity, found.source, "s", "e", "cpu", found.source), result)


def canvas_gradebook(size: int, points: float) -> str:
    """The table that Canvas exports of the whole course, sections and a test student included."""
    lines = [
        "Student,ID,SIS User ID,SIS Login ID,Section,Homework (7001),Current Score",
        f"    Points Possible,,,,,{points:.2f},(read only)",
        *(f'"{name(at)}",{platform_id(at)},2026{at:05},user{at},{SECTIONS[at % 2]},,' for at in range(size)),
        '"Student, Test",99,,0123456789012345678901234567890123456789,A,,',
    ]
    return "".join(f"{line}\r\n" for line in lines)


def moodle_worksheet(size: int, points: float) -> str:
    """The grading worksheet of Moodle, in Korean. It numbers participants as Canvas' ids here."""
    lines = [
        "식별자,성명,이메일 주소,상태,성적,최고 성적,성적을 변경할 수 있음,"
        "최종 수정 (제출),최종 수정 (성적),피드백 의견",
        *(
            f'참가자 {platform_id(at)},"{name(at)}",user{at}@example.ac.kr,제출됨,,{points:.2f},예,-,-,'
            for at in range(size)
        ),
    ]
    return "".join(f"{line}\n" for line in lines)


def graded_examples(book: Path, assignment: Assignment) -> list[SubmissionResult]:
    """What was graded of the example class."""
    with Gradebook(book, is_for_reading=True) as gradebook:
        return [each for each in gradebook.latest(assignment.name) if each.status is Status.GRADED]
