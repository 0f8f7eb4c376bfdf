"""Of two definitions of one function the last counts; when the other one was better, a note says so."""

import pytest
from masters import code_of

from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Job

pytestmark = pytest.mark.xdist_group("graders of 01")

WRONG = "def bilinear_kernel(factor):\n    return np.ones((factor, factor))"


@pytest.fixture(scope="module")
def engine(graders):
    return graders("01")


def examined(engine, *sources):
    examination = engine.examine(
        Job(cells=[Cell(number=number, source=source) for number, source in enumerate(sources, 1)])
    )
    assert examination.fault is None
    (question,) = (each for each in examination.questions if each.id == "q6")
    return question.score, [note.en for note in examination.notes if note.en.startswith("bilinear_kernel")]


def test_a_better_definition_that_was_replaced_is_named_and_earns_nothing(engine):
    solution = code_of("01")
    last = len(solution) + 1
    score, notes = examined(engine, *solution, WRONG)
    right = next(number for number, source in enumerate(solution, 1) if "def bilinear_kernel" in source)
    assert score < 10
    assert len(notes) == 2
    assert f"the last definition counts, which is in cell {last}" in notes[0]
    assert f"cell {right} was the better one" in notes[1]
    assert "10 of 10 points" in notes[1]
    assert f"remove the definition in cell {last}" in notes[1]


def test_a_definition_that_was_replaced_by_a_better_one_is_not_called_better(engine):
    score, notes = examined(engine, WRONG, *code_of("01"))
    assert score == 10
    assert not any("better" in note for note in notes)
