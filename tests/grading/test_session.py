"""One student's process and its limits: what goes wrong is told by name, and costs only the question it happened in."""

import pytest

from fcnkit.course import Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Job
from fcnkit.grading.results import Outcome, Rest
from fcnkit.grading.sandbox.level import choose

HERE = Course.find()
NAME = "01-transposed-convolution"
SOLUTION = (HERE.root / "solutions" / NAME / "alternatives" / "slicing.py").read_text(encoding="utf-8")
NAMES = [name for question in HERE.assignment("01").config.questions for name in question.functions]
STUBS = "\n".join(f"def {name}(*args, **kwargs):\n    ..." for name in NAMES)
LIMITS = """
[limits]
cell_seconds = 0.5
call_seconds = 0.5
question_seconds = 0.7
total_seconds = 7
memory_mib = 250
open_files = 20
output_mib = 8
disk_mib = 4
processes = 20
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    """The real thing: fork servers, strongest isolation, hidden suite; only the limits are shorter."""
    root = tmp_path_factory.mktemp("course")
    for folder in ("autograder", "shared", "assignments"):
        (root / folder).symlink_to(HERE.root / folder)
    config = root / "solutions" / NAME / "assignment.toml"
    config.parent.mkdir(parents=True)
    config.write_text(HERE.assignment("01").paths.config_file.read_text(encoding="utf-8") + LIMITS, encoding="utf-8")
    with LocalEngine(Course(root).assignment("01"), choose("auto")) as engine:
        yield engine


def examine(engine, *sources):
    examination = engine.examine(
        Job(cells=[Cell(number=number, source=source) for number, source in enumerate(sources, 1)])
    )
    assert examination.fault is None
    return examination


def marks(examination):
    return {question.id: question.score for question in examination.questions}


def q6(examination):
    """The question about bilinear_kernel."""
    return next(question for question in examination.questions if question.id == "q6")


FULL = {"q1": 10, "q2": 15, "q3": 25, "q4": 15, "q5": 15, "q6": 10, "q7": 10}


LIMITS_REACHED = {
    "time": ("while True: pass", "did not finish in time"),
    "time in all": (
        "import time; end = time.process_time() + 0.2\n    while time.process_time() < end: pass",
        "took more than 0.7 seconds in all",
    ),
    "memory": ("import numpy as np; keep = [np.ones(10**7) for _ in range(999)]", "used more than 250 MiB of memory"),
    "memory at once": ("import numpy as np; np.ones(10**15)", "used more than 250 MiB of memory"),
    "threads": (
        "from threading import Thread, Event\n    for _ in range(99): Thread(target=Event().wait, daemon=True).start()",
        "tried to have more than 20 processes and threads at once",
    ),
    "open files": ("[open('/dev/null') for _ in range(99)]", "tried to have more than 20 files open at once"),
    "disk": ("open('a', 'wb').write(bytes(5 << 20))", "tried to write more than 4 MiB to files"),
    "arrays": ("import numpy as np; return np.ones(2 << 20)", "returned too much"),
    "arrays beyond a message": ("import numpy as np; return np.ones(1 << 24)", "returned too much"),
    "lists": ("return ['many words ' * 100] * 5000", "returned too much"),
}
OTHERWISE_LOST = {
    "exits": ("import os; os._exit(0)", "ended the Python process"),
    "crashes": ("import ctypes; ctypes.string_at(0)", "crashed (signal 11)"),
    "raises": ("raise ValueError(str(factor))", "raised ValueError"),
    "own exception": ("raise type(f'Factor{factor}', (Exception,), {})", "raised another exception"),
    "generator": ("return (n for n in range(3))", "returned a generator, not values"),
    "coroutine": ("async def wait(): return 1\n    return wait()", "is defined with `async def`"),
    "input": ("return int(input())", "stopped waiting for input"),
    "set": ("return {1, 2}.union", "could not be read"),
    "sys.exit": ("import sys; sys.exit()", "ended the Python process"),
    "recursion": ("def deeper(n): return deeper(n + 1)\n    return deeper(0)", "raised RecursionError"),
}


@pytest.mark.parametrize(("body", "said"), OTHERWISE_LOST.values(), ids=OTHERWISE_LOST)
def test_one_bad_question_does_not_take_the_others_with_it(engine, body, said):
    assert said in messages_of_the_bad_question(engine, body)[0].en


def test_a_function_that_raises_late_in_every_case_leaves_time_to_another_of_its_question(engine):
    slow = "def shrink(image, factor):\n    import time; end = time.process_time() + 0.1\n"
    raising = slow + "    while time.process_time() < end: pass\n    raise ValueError"
    assert marks(examine(engine, SOLUTION, raising)) == FULL | {"q7": 5}


@pytest.mark.parametrize(("body", "said"), LIMITS_REACHED.values(), ids=LIMITS_REACHED)
def test_a_limit_is_told_by_name_with_the_question_and_costs_that_one_only(engine, body, said):
    told = [text for text in messages_of_the_bad_question(engine, body) if f"{said} while answering q6" in text.en]
    assert told
    assert all("q6에 답하는 동안" in text.ko for text in told)


ONLY_LARGE_ONES_FAIL = {
    "exits": ("import os; os._exit(0)", "ended the Python process"),
    "hangs": ("while True: pass", "did not finish within 0.5 seconds"),
    "returns too much": ("import numpy as np; return np.ones(9 << 17)", "returned too much"),  # 9 MiB of 8
}


@pytest.mark.parametrize(("body", "said"), ONLY_LARGE_ONES_FAIL.values(), ids=ONLY_LARGE_ONES_FAIL)
def test_of_public_inputs_that_are_asked_at_once_the_one_that_goes_wrong_is_shown(engine, body, said):
    spoilt = f"def bilinear_kernel(factor):\n    if factor > 5:\n        {body}\n    return small(factor)"
    (example,) = q6(examine(engine, SOLUTION, f"small = bilinear_kernel\n{spoilt}")).examples
    assert example.call == "bilinear_kernel(8)"
    assert said in example.problem.en


ONLY_HIDDEN_ONES_FAIL = {**ONLY_LARGE_ONES_FAIL, "raises": OTHERWISE_LOST["raises"]}


@pytest.mark.parametrize(("body", "said"), ONLY_HIDDEN_ONES_FAIL.values(), ids=ONLY_HIDDEN_ONES_FAIL)
def test_of_hidden_inputs_that_are_asked_at_once_the_one_that_goes_wrong_is_told(engine, body, said):
    spoilt = f"def bilinear_kernel(factor):\n    if factor > 9:\n        {body}\n    return small(factor)"
    examination = examine(engine, SOLUTION, f"small = bilinear_kernel\n{spoilt}")
    assert marks(examination) == FULL | {"q6": 0}
    assert said in q6(examination).checks[0].message.en


def messages_of_the_bad_question(engine, body):
    examination = examine(engine, SOLUTION, f"def bilinear_kernel(factor):\n    {body}")
    assert marks(examination) == FULL | {"q6": 0}
    bad = q6(examination)
    assert bad.outcome in (Outcome.ERROR, Outcome.FAILED)
    assert all("factor" not in check.message.en.lower() for check in bad.checks)  # nothing of the hidden calls
    return [check.message for check in bad.checks]


def test_a_limit_that_a_cell_reaches_is_told_with_the_cell(engine):
    examination = examine(engine, SOLUTION, "open('a', 'wb').write(bytes(5 << 20))", "x = b'x' * (300 << 20)")
    assert marks(examination) == FULL
    assert [(error.cell, error.message.en) for error in examination.cell_errors] == [
        (2, "Your code tried to write more than 4 MiB to files while running cell 2."),
        (3, "Your code used more than 250 MiB of memory while running cell 3."),
    ]


def test_of_a_cell_that_never_ends_or_ends_the_process_the_definitions_are_kept(engine):
    endless, ends = "while True: pass", "import os; os._exit(0)"
    uses = f"{SOLUTION}\n_plain = bilinear_kernel\ndef bilinear_kernel(factor):\n    return ONE * _plain(factor)"
    for cell, said, rest in (
        (f"{endless}\nONE = np.ones(1)[0]\n{uses}", "did not finish within 0.5 seconds", Rest.RAN),
        (f"{SOLUTION}\n{ends}", "ended the", Rest.DEFINITIONS),
    ):
        examination = examine(engine, "import numpy as np", cell)
        assert marks(examination) == FULL
        (error,) = examination.cell_errors
        assert said in error.message.en
        assert (error.cell, error.line, error.rest) == (2, 1 if rest is Rest.RAN else None, rest)


def test_a_cell_whose_definitions_end_the_process_is_left_out_and_named(engine):
    examination = examine(engine, "class Ends:\n    import os\n    os._exit(0)", SOLUTION)
    assert marks(examination) == FULL
    (error,) = examination.cell_errors
    assert (error.cell, error.rest) == (1, Rest.LEFT_OUT)
    assert "ended the Python process" in error.message.en


def test_a_definition_that_did_not_come_about_is_had_in_the_end_and_told(engine):
    lost = (
        "try:\n    import torch\n"
        + "".join(f"    {line}\n" for line in SOLUTION.splitlines())
        + "except ImportError: 0"
    )
    examination = examine(engine, STUBS, lost)
    assert marks(examination) == FULL
    (note,) = [note.en for note in examination.notes if "by itself" in note.en]
    assert note.startswith(f"{', '.join(NAMES)}: the definition in cell 2 did not come about")


def test_what_is_had_in_the_end_brings_nobody_down(engine):
    ends = "if False:\n    import os\n    a_name_that_is_unbound = np.ones(1).sum(os._exit(0))\n    def f(): 0"
    assert marks(examine(engine, SOLUTION, ends)) == FULL


def test_a_line_that_works_at_the_students_desk_alone_costs_nothing(engine):
    lines = (
        "%matplotlib widget\nfrom google.colab import drive\ndrive.mount('/content')\nimport torch\nn = input('n? ')\n"
    )
    examination = examine(engine, STUBS, lines + SOLUTION)
    assert marks(examination) == FULL
    assert [(error.cell, error.line, error.rest) for error in examination.cell_errors] == [
        (2, 4, Rest.RAN),
        (2, 5, Rest.RAN),
    ]
    assert "Nobody is there to answer input()" in examination.cell_errors[1].message.en
    assert ["torch" in note.en for note in examination.notes] == [True]


def test_an_answer_that_needs_what_is_not_there_gets_nothing(engine):
    needs = "from scipy import signal\ndef bilinear_kernel(factor):\n    return signal.bilinear(factor)"
    assert marks(examine(engine, SOLUTION, needs)) == FULL | {"q6": 0}


def test_a_stub_below_the_answer_does_not_count_and_a_second_answer_does(engine):
    second = "def bilinear_kernel(factor):\n    return [[1]]"
    examination = examine(engine, SOLUTION, second, STUBS)
    assert marks(examination) == FULL | {"q6": 0}
    assert [note.en for note in examination.notes] == [
        "conv_output_size, transposed_conv_output_size, transposed_conv2d, transposed_conv2d_channels, conv_matrix, "
        "shrink, psnr: answered in cell 1, but cell 3 further down gives the name to an empty answer or to another "
        "value. The answer in cell 1 was graded.",
        "bilinear_kernel: defined in several cells. As in Jupyter the last definition counts, which is in cell 2; "
        "what cell 1 defines does not.",
        "bilinear_kernel: answered in cell 2, but cell 3 further down gives the name to an empty answer or to another "
        "value. The answer in cell 2 was graded.",
        "bilinear_kernel: the definition in cell 1 was the better one; with it, A kernel for bilinear upsampling would "
        "have 10 of 10 points. To have it graded, remove the definition in cell 2.",
    ]


@pytest.mark.parametrize(
    ("source", "outcome", "said"),
    [
        ("x = 1", Outcome.UNATTEMPTED, "Not answered yet."),
        ("def bilinear_kernel(factor):\n    return (", Outcome.ERROR, "something stopped in cell 2"),
        ("bilinear_kernel = not_there", Outcome.ERROR, "something stopped in cell 2"),
        ("bilinear_kernel(2).shape", Outcome.UNATTEMPTED, "Not answered yet."),
        ("def bilinear_kernel(factor):\n    print(factor)", Outcome.FAILED, "gave nothing back"),
    ],
)
def test_only_a_stub_that_nothing_stopped_is_not_attempted(engine, source, outcome, said):
    bad = q6(examine(engine, STUBS, source))
    assert bad.outcome is outcome
    assert said in bad.checks[0].message.en


def test_a_cell_that_raises_keeps_what_came_before_it(engine):
    examination = examine(engine, SOLUTION, "x = 1\n1 / 0", "y = x")
    assert marks(examination) == FULL
    (error,) = examination.cell_errors
    assert (error.cell, error.line, error.message.en) == (2, 2, "ZeroDivisionError: division by zero")


def test_an_exceptions_own_words_are_told_for_the_public_example_only(engine):
    examination = examine(engine, SOLUTION, "def bilinear_kernel(factor):\n    raise ValueError(f'got {factor}')")
    bad = q6(examination)
    assert {check.message.en for check in bad.checks} == {"bilinear_kernel raised ValueError."}
    assert "got 2" in bad.examples[0].problem.en


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
    assert "connection to the grader broke" in q6(examination).checks[0].message.en


def test_a_process_that_hangs_up_and_lives_on_is_ended(engine):
    outlive = "for timer in (0, 2): signal.setitimer(timer, 0)"  # what would stop it within its own process
    hang_up = f"os.closerange(3, 256)\n        {outlive}\n        while True: pass"
    spoilt = f"def bilinear_kernel(factor):\n    if factor > 9:\n        {hang_up}\n    return small(factor)"
    examination = examine(engine, SOLUTION, f"import os, signal\nsmall = bilinear_kernel\n{spoilt}")
    assert marks(examination) == FULL | {"q6": 0}
    assert "connection to the grader broke" in q6(examination).checks[0].message.en
