"""Whatever way Python has to give a name to a right answer, it is called and gets its marks: the stub stands yet."""

from __future__ import annotations

import pytest
from graders import Graders
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ways_to_bind import bindings

from fcnkit.course import Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Job
from fcnkit.grading.worker.notebook_runner import Notebook
from fcnkit.grading.worker.stand_ins import StandIns, ask_nobody

pytestmark = pytest.mark.xdist_group("graders of 01")

ASSIGNMENT = Course.find().assignment("01")
NAMES = [name for question in ASSIGNMENT.config.questions for name in question.functions]
SOLUTION = (ASSIGNMENT.paths.alternatives / "slicing.py").read_text(encoding="utf-8")
STUBS = [f'def {name}(*args, **kwargs):\n    """What it does. / 하는 일."""\n    ...' for name in NAMES]
UNDER_OTHER_NAMES = f"_answers = {{}}\nexec({SOLUTION!r}, _answers)\n" + "\n".join(
    f"_made_{name} = _answers[{name!r}]" for name in NAMES
)


@st.composite
def notebooks(draw: st.DrawFn) -> list[str]:
    """Cells: the answers under other names, each bound in a way of its own above or below the stub of its name."""
    cells: list[str] = []
    for name, stub in zip(NAMES, STUBS, strict=True):
        bound = draw(bindings(name, f"_made_{name}"))
        cells += [*bound, stub] if draw(st.booleans()) else [stub, *bound]
    return [UNDER_OTHER_NAMES, *cells]


@pytest.fixture(scope="module")
def engine(graders: Graders) -> LocalEngine:
    return graders("01")


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cells=notebooks())
def test_a_right_answer_gets_full_marks_in_whatever_way_it_is_bound(engine: LocalEngine, cells: list[str]) -> None:
    examination = engine.examine(
        Job(cells=[Cell(number=number, source=source) for number, source in enumerate(cells, 1)])
    )
    assert examination.fault is None
    assert {question.id: question.score for question in examination.questions} == {
        question.id: question.points for question in ASSIGNMENT.config.questions
    }


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cells=bindings("answer", "_made"), is_above=st.booleans())
def test_what_is_bound_is_told_from_the_stub(cells: list[str], is_above: bool) -> None:
    StandIns()
    ask_nobody()
    notebook = Notebook()
    notebook.ask_for(["answer"], [])
    stub = "def answer(x):\n    ..."
    for number, source in enumerate(
        ["def _made(x): return x + 1", *((*cells, stub) if is_above else (stub, *cells))], 1
    ):
        notebook.run(number, source)
    assert notebook.settle({})["answer"]["is_stub"] is False
    assert notebook.get("answer")(2) == 3
