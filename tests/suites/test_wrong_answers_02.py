"""A wrong answer costs marks of its own question and of no other, all the way through sandbox and examiner.

A sixth of the answers here, all of them in `make prove`.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from graders import Graders
from hidden_suite import load_suite, written
from proof import one_in

from fcnkit.course import Course
from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Job

pytestmark = pytest.mark.xdist_group("graders of 02")

ASSIGNMENT = Course.find(Path(__file__)).assignment("02")
RIGHT = (ASSIGNMENT.paths.alternatives / "loops.py").read_text(encoding="utf-8")
"""Of all the right answers, the one whose functions do not call each other."""


def test_each_misconception_costs_marks_of_one_question_alone(graders: Graders) -> None:
    answers = [(m.id, *next(iter(m.answers.items()))) for m in load_suite(ASSIGNMENT).misconceptions]
    assert len(answers) >= 15
    answers = one_in(6, answers)
    submissions = [(Cell(1, RIGHT), Cell(2, written(function, answer))) for _, function, answer in answers]
    engine = graders("02")
    with ThreadPoolExecutor(2) as pool:
        examinations = list(pool.map(lambda cells: engine.examine(Job(cells=cells)), submissions))
    for (name, function, _), examination in zip(answers, examinations, strict=True):
        lost = {question.id for question in examination.questions if question.score < question.max_score}
        assert lost == {q.id for q in ASSIGNMENT.config.questions if function in q.functions}, name
