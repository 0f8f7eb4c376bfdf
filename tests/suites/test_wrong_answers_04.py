"""A wrong answer costs marks of its own question and of no other; the text that a person grades costs nothing.

A sixth of the answers here, all of them in `make prove`.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from graders import Graders
from hidden_suite import load_suite, written
from proof import one_in

from fcnkit.authoring.verification import _reset
from fcnkit.course import Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Job

pytestmark = pytest.mark.xdist_group("graders of 04")

ASSIGNMENT = Course.find(Path(__file__)).assignment("04")
RIGHT = (ASSIGNMENT.paths.alternatives / "loops.py").read_text(encoding="utf-8")
"""Of all the right answers, the one whose functions do not call each other."""
OTHERS = {
    "predictions = [1, 2, 3]": "q5",
    'predictions["(3,)"] = "(3,)"': "q5",
    'predictions["(3)"] = None': "q5",
    'predictions["(200, 200) + (3)"] = ValueError': "q5",
    'predictions["(7390,) + (200, 200) + (3,)"] = [7390, 200, 200, 3]': "q5",
    'predictions["np.array([200, 200]) * 2"] = (400, 400)': "q5",
    'predictions["np.array([200, 200]) * 2"] = np.array([400.5, 400.0])': "q5",
    'axis_meanings = "image height width channel"': "q4",
    'axis_meanings = ["image", "height", "width"]': "q4",
    'axis_meanings = ["image", "height", "width", "depth"]': "q4",
    "def image_batch_shape(*_): return [None]": "q1",
    "def image_batch_shape(n, size, c): return (float(n), *size, c)": "q1",
    "def allocate_masks(n, size): return [[[[0]] * size[1]] * size[0]] * n": "q2",
    "def allocate_images(n, size): return np.zeros((7390, 200, 200, 3), 'float32')": "q2",
    "def fill_batch(images, samples): return True": "q3",
    "def fill_batch(images, samples):\n    for i in range(len(samples)): images[i] = samples.pop(0)": "q3",
    "def fill_batch(images, samples):\n    for i, each in enumerate(samples): images[i] = each.astype('uint8')": "q3",
}
"""Wrong in other ways than any misconception."""


def _mistakes() -> dict[str, tuple[str, str]]:
    """What is wrong, how a notebook comes to it, and the question that it is about."""
    asked = {name: q.id for q in ASSIGNMENT.config.questions for name in (*q.functions, *q.variables)}
    mistakes = {source: (source, question) for source, question in OTHERS.items()}
    for misconception in load_suite(ASSIGNMENT).misconceptions:
        for name, answer in misconception.answers.items():
            source = written(name, answer) if callable(answer) else _reset(name, answer)
            mistakes[f"{misconception.id} in {name}"] = source, asked[name]
    return mistakes


@pytest.fixture(scope="module")
def engine(graders: Graders) -> LocalEngine:
    return graders("04")


def test_each_wrong_answer_costs_marks_of_one_question_alone(engine: LocalEngine) -> None:
    mistakes = _mistakes()
    assert len(mistakes) >= 40
    mistakes = dict(one_in(6, mistakes.items()))
    with ThreadPoolExecutor(2) as pool:
        examinations = pool.map(
            lambda cells: engine.examine(Job(cells=cells)),
            [(Cell(1, RIGHT), Cell(2, source)) for source, _ in mistakes.values()],
        )
    for (name, (_, question)), examination in zip(mistakes.items(), examinations, strict=True):
        assert examination.fault is None, name
        lost = {q.id for q in examination.questions if q.score is not None and q.score < q.max_score}
        assert lost == {question}, name


def test_the_exception_itself_says_what_its_name_says(engine: LocalEngine) -> None:
    source = 'predictions["(200, 200) + (3)"] = TypeError'
    predictions = engine.examine(Job(cells=[Cell(1, RIGHT), Cell(2, source)])).questions[4]
    assert predictions.score == predictions.max_score


def test_the_explanation_waits_for_a_person_and_costs_nothing(engine: LocalEngine) -> None:
    (explained,) = [q for q in engine.examine(Job(cells=[Cell(1, RIGHT)])).questions if q.by_hand]
    assert (explained.id, explained.score, explained.max_score) == ("q6", None, 15)
    assert explained.by_hand is not None
    assert explained.by_hand.answer.startswith("튜플을 더하면 이어 붙습니다.")


def test_an_array_of_the_real_size_is_refused_with_a_message_and_no_other_question_suffers(engine: LocalEngine) -> None:
    source = "def image_batch_shape(*_): return np.zeros((7390, 200, 200, 3), 'float32')"
    examination = engine.examine(Job(cells=[Cell(1, RIGHT), Cell(2, source)]))
    first, *others = examination.questions
    assert first.score == 0
    assert all(check.message is not None for check in first.checks)
    assert all(question.score in (None, question.max_score) for question in others)
