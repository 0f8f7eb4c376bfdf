"""No way leads from hidden inputs to the page, not even where a process may leave notes for the next."""

from types import SimpleNamespace

import pytest

from fcnkit.allowances import Limits
from fcnkit.course import Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.examiner.account import Account
from fcnkit.grading.examiner.running_notebook import RESTARTS_EVERY
from fcnkit.grading.examiner.session import Session
from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Job
from fcnkit.grading.results import Outcome
from fcnkit.grading.sandbox.level import Isolation

HIDDEN = "hidden-7c1d"
CONFIG = """
title = { ko = "통로", en = "Channels" }
profile = "numpy"

[[questions]]
id = "q1"
title = { ko = "함수", en = "A function" }
points = 1
functions = ["answer"]

[[questions]]
id = "q2"
title = { ko = "변수", en = "A variable" }
points = 1
variables = ["told"]
"""
SUITE = f"""
from fcnkit.grading.examiner import compare
from fcnkit.grading.examiner.check import Function, Variable, case, check
from fcnkit.text import Text

ANSWER = Function("answer", len, compare.integer, example=case("public"))
TOLD = Variable("told", "nothing", lambda got, _: Text(ko=f"{{got}}", en=f"{{got}}"))

@check("q1", points=1, title=Text(ko="길이", en="Length"))
def test_answer(student):
    student.assert_matches(ANSWER, lambda _: [case("{HIDDEN}")])

@check("q2", points=1, title=Text(ko="말", en="Words"))
def test_told(student):
    student.assert_value(TOLD)
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    root = tmp_path_factory.mktemp("course")
    (root / "shared").symlink_to(Course.find().root / "shared")
    files = [("solutions", "assignment.toml", CONFIG), ("autograder/suites", "test_it.py", SUITE)]
    for folder, name, text in (*files, ("autograder/suites", "misconceptions.py", "MISCONCEPTIONS = ()")):
        path = root / folder / "01-channels" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with LocalEngine(Course(root).assignment("01"), Isolation.NONE) as engine:
        yield engine


def examine(engine, *sources):
    examination = engine.examine(Job(cells=[Cell(number, source) for number, source in enumerate(sources, 1)]))
    assert examination.fault is None
    assert HIDDEN not in examination.model_dump_json()
    return examination


def test_a_variable_is_read_before_a_function_can_write_into_it(engine):
    examination = examine(engine, "told = ['as handed in']", "def answer(word):\n    told.append(word)\n    return 0")
    assert "as handed in" in examination.questions[1].checks[0].message.en


def test_cells_that_are_run_again_say_nothing_new(engine, tmp_path):
    note = f"open({str(tmp_path / 'note')!r}"
    examination = examine(
        engine,
        f"import os\nif os.path.exists({str(tmp_path / 'note')!r}): raise ValueError({note}).read())",
        f"told = '-'\nif os.path.exists({str(tmp_path / 'note')!r}): told = {note}).read()",
        f"def answer(word):\n    if word == 'public': return 6\n    {note}, 'w').write(word)\n    os._exit(1)",
    )
    assert (tmp_path / "note").read_text() == HIDDEN
    assert examination.cell_errors == ()
    assert examination.questions[0].outcome is Outcome.ERROR


def test_an_example_is_answered_before_a_hidden_input_is_sent(engine, tmp_path):
    note = f"open({str(tmp_path / 'note')!r}"
    examination = examine(
        engine,
        f"def answer(word):\n    {note}, 'a').write(word + ' ')\n    return {note}).read()",
    )
    assert (tmp_path / "note").read_text() == f"public {HIDDEN} "
    assert examination.questions[0].examples[0].got.text == "'public '"


def test_that_a_cell_no_longer_runs_is_said_in_fixed_words(engine, tmp_path):
    there = f"os.path.exists({str(tmp_path / 'note')!r})"
    examination = examine(
        engine,
        f"import os\ntold = '-'\nif {there}: os._exit(2)",
        f"def answer(word):\n    open({str(tmp_path / 'note')!r}, 'w')\n    os._exit(1)",
    )
    assert examination.cell_errors == ()
    assert [note.en.partition(".")[0] for note in examination.notes] == ["A function brought the process down"]


@pytest.mark.parametrize("ended", [0.03, 0.17, 0.49])
def test_the_end_of_a_process_tells_the_next_one_little_by_the_clock(monkeypatch, ended):
    """Whenever a process ends, the next one begins at one of few times."""
    clock = SimpleNamespace(now=100.0)
    clock.monotonic, clock.sleep = lambda: clock.now, lambda seconds: setattr(clock, "now", clock.now + seconds)
    monkeypatch.setattr("fcnkit.grading.examiner.running_notebook.time", clock)
    begun = []

    def begin(*_arguments):
        begun.append(clock.now - 100)
        return SimpleNamespace(ask=lambda *_: ({"defined": {}}, b""), end=lambda: None)

    monkeypatch.setattr("fcnkit.grading.examiner.running_notebook.StudentProcess", begin)
    session = Session(None, [], Account(Limits()), [], [])
    for _ in range(3):
        session._notebook.process_for("")
        clock.sleep(ended)
        session.close()
    assert begun == pytest.approx([0, RESTARTS_EVERY, 2 * RESTARTS_EVERY])
    assert session.account.now() == pytest.approx(2 * (RESTARTS_EVERY - ended))  # the wait is at its own cost
