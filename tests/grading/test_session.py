"""One student's process and its limits: what goes wrong is told by name, and costs only the question it happened in."""

import pytest

from fcnkit.course import Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.intake import Cell
from fcnkit.grading.results import Outcome
from fcnkit.grading.sandbox.level import choose

HERE = Course.find()
NAME = "01-transposed-convolution"
SOLUTION = (HERE.root / "solutions" / NAME / "alternatives" / "slicing.py").read_text(encoding="utf-8")
LIMITS = "\n[limits]\ncell_seconds = 1\ncall_seconds = 1\nmemory_mib = 250\nprocesses = 20\n"


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    """The real thing: warm parents, strongest isolation, hidden suite; only the limits are shorter."""
    root = tmp_path_factory.mktemp("course")
    for folder in ("autograder", "shared", "assignments"):
        (root / folder).symlink_to(HERE.root / folder)
    config = root / "solutions" / NAME / "assignment.toml"
    config.parent.mkdir(parents=True)
    config.write_text(HERE.assignment("01").config_file.read_text(encoding="utf-8") + LIMITS, encoding="utf-8")
    with LocalEngine(Course(root).assignment("01"), choose("auto")) as engine:
        yield engine


def examine(engine, *sources):
    examination = engine.examine([Cell(number=number, source=source) for number, source in enumerate(sources, 1)])
    assert examination.fault is None
    return examination


def marks(examination):
    return {question.id: question.score for question in examination.questions}


FULL = {"q1": 10, "q2": 15, "q3": 30, "q4": 20, "q5": 15, "q6": 10}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("while True: pass", "did not finish within 1 seconds"),
        ("import numpy as np; keep = [np.ones(10_000_000) for _ in range(1000)]", "more than 250 MiB"),
        ("import os; os._exit(0)", "ended the Python process"),
        ("import ctypes; ctypes.string_at(0)", "crashed (signal 11)"),
        ("raise ValueError(str(factor))", "raised ValueError"),
        ("raise type(f'Factor{factor}', (Exception,), {})", "an exception of its own"),
        ("return (n for n in range(3))", "could not be read"),
        ("import sys; sys.exit()", "raised SystemExit"),
        ("def deeper(n): return deeper(n + 1)\n    return deeper(0)", "raised RecursionError"),
    ],
    ids=["hangs", "memory", "exits", "crashes", "raises", "own exception", "generator", "sys.exit", "recursion"],
)
def test_one_bad_question_does_not_take_the_others_with_it(engine, body, said):
    examination = examine(engine, SOLUTION, f"def bilinear_kernel(factor):\n    {body}")
    assert marks(examination) == FULL | {"q6": 0}
    last = examination.questions[-1]
    assert last.outcome in (Outcome.ERROR, Outcome.FAILED)
    assert said in last.checks[0].message.en
    assert all("factor" not in check.message.en.lower() for check in last.checks)  # nothing of the hidden calls


def test_a_cell_that_never_ends_is_left_out_and_named(engine):
    examination = examine(engine, "while True: pass", SOLUTION)
    assert marks(examination) == FULL
    (error,) = examination.cell_errors
    assert (error.cell, error.message.en) == (1, "It did not finish within 1 seconds.")


def test_a_cell_that_raises_keeps_what_came_before_it(engine):
    examination = examine(engine, SOLUTION, "x = 1\n1 / 0", "y = x")
    assert marks(examination) == FULL
    (error,) = examination.cell_errors
    assert (error.cell, error.line, error.message.en) == (2, 2, "ZeroDivisionError: division by zero")


def test_an_exceptions_own_words_are_told_for_the_public_example_only(engine):
    examination = examine(engine, SOLUTION, "def bilinear_kernel(factor):\n    raise ValueError(f'got {factor}')")
    last = examination.questions[-1]
    assert {check.message.en for check in last.checks} == {"bilinear_kernel raised ValueError."}
    assert "got 2" in last.examples[0].problem.en


def test_arguments_that_are_changed_cost_only_that(engine):
    code = "plain = transposed_conv2d\ndef transposed_conv2d(x, kernel, stride=1, padding='valid'):\n"
    code += "    y = plain(x, kernel, stride, padding)\n    x[:] = 0\n    return y"
    question = examine(engine, SOLUTION, code).questions[2]
    failed = [check for check in question.checks if check.outcome is not Outcome.PASSED]
    assert ["changed an array" in check.message.en for check in failed] == [True]


def test_a_memory_of_earlier_calls_costs_only_that(engine):
    code = "plain = transposed_conv2d\ncalls = []\ndef transposed_conv2d(x, kernel, stride=1, padding='valid'):\n"
    code += "    y = plain(x, kernel, stride, padding)\n    calls.append(x.tobytes())\n"
    code += "    return y + (calls.count(x.tobytes()) > 1 and calls[-2:].count(x.tobytes()) > 0 and len(calls) > 60)"
    question = examine(engine, SOLUTION, code).questions[2]
    assert question.score < question.max_score


def test_the_by_hand_rule_is_told(engine):
    examination = examine(engine, "from scipy.signal import convolve2d", SOLUTION)
    assert marks(examination) == FULL
    assert "Cell 1 imports scipy" in examination.notes[0].en
    assert "No module named 'scipy'" in examination.cell_errors[0].message.en


def test_a_fork_bomb_is_bounded_and_nothing_of_it_stays(engine):
    bomb = (
        "import os\ndef bilinear_kernel(factor):\n    while True:\n        try: os.fork()\n        except OSError: pass"
    )
    assert marks(examine(engine, SOLUTION, bomb)) == FULL | {"q6": 0}
    assert marks(examine(engine, SOLUTION)) == FULL


def test_a_forged_message_on_the_wire_ends_the_process_only(engine):
    forge = (
        "import contextlib, gc, socket\n"
        "def bilinear_kernel(factor):\n"
        "    for found in gc.get_objects():\n"
        "        if isinstance(found, socket.socket):\n"
        "            with contextlib.suppress(OSError): found.sendall(b'\\xff' * 64)\n"
    )
    examination = examine(engine, SOLUTION, forge)
    assert marks(examination) == FULL | {"q6": 0}
    assert "connection to the grader broke" in examination.questions[-1].checks[0].message.en


def test_a_process_that_hangs_up_and_lives_on_is_ended(engine):
    hang_up = "def bilinear_kernel(factor):\n    import os\n    os.closerange(3, 256)\n    while True: pass"
    examination = examine(engine, SOLUTION, hang_up)
    assert marks(examination) == FULL | {"q6": 0}
    assert "connection to the grader broke" in examination.questions[-1].checks[0].message.en
