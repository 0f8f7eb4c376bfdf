"""Whatever never ends in a notebook, in cells and in functions, what is right beside it keeps its marks; and a class of
such notebooks ends."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import cache
from threading import Event

import pytest
from proof import IS_FULL

from fcnkit.class_grading.compute_seats import Seats, threads
from fcnkit.course import Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.examiner.account import SHORT_NAPS
from fcnkit.grading.examiner.limits import CELLS_OUT_OF_TIME
from fcnkit.grading.examiner.student_process import TO_BE_STOPPED, to_be_stopped
from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Job
from fcnkit.grading.results import Outcome, Rest
from fcnkit.grading.sandbox.level import choose

COURSE = Course.find()
LIMITS = COURSE.assignment("01").config.limits
PART, LITTLE = (1, 1) if IS_FULL else (0.5, 0.1)
"""Of its seconds, in `make test`: where right answers need what others leave them, and where there are none."""
SOLUTION = (COURSE.root / "solutions/01-transposed-convolution/alternatives/slicing.py").read_text(encoding="utf-8")
ENDLESS = "    while True: pass\n"
DEAF = "    while True:\n        try:\n            while True: pass\n        except BaseException: pass\n"
SLEEPS = "    import time\n    time.sleep(1000)\n"


@pytest.fixture(scope="module")
def engine(graders):
    """With the limits that the course has."""
    return graders("01")


@pytest.fixture(scope="module")
def hurried(graders, tmp_path_factory):
    """By the part of the seconds that they have, all in `make prove`: what never ends computes as long as it may."""
    with ExitStack() as close:
        yield cache(
            lambda part: _with_part(part, tmp_path_factory.mktemp("course"), close) if part < 1 else graders("01")
        )


def _with_part(part, root, close):
    for folder in ("autograder", "shared", "assignments", "solutions"):
        (root / folder).symlink_to(COURSE.root / folder)
    seconds = [f"{name} = {value * part}" for name, value in LIMITS if name.endswith("_seconds")]
    (root / "course.toml").write_text("\n".join(["[limits]", *seconds]), encoding="utf-8")
    return close.enter_context(LocalEngine(Course(root).assignment("01"), choose("auto")))


def examine(engine, *sources):
    examination = engine.examine(Job(cells=[Cell(number, source) for number, source in enumerate(sources, 1)]))
    assert examination.fault is None
    return examination


def marks(examination):
    return [question.score for question in examination.questions]


def without_last(name, body):
    return f"def {name}(*args, **kwargs):\n{body}"


@pytest.mark.parametrize(
    ("body", "told"),
    [(ENDLESS, [1, 2, 3, 4, 6, 7, 8, 9]), (SLEEPS, [1, 2, 3, 4])],
    ids=["computes", "sleeps"],
)
def test_cells_that_never_end_cost_no_marks(hurried, body, told):
    """Once what cells may sleep is used up, `time.sleep` does not wait in them."""
    stuck = [f"for attempt in {number},:\n{body}" for number in range(8)]
    examination = examine(hurried(PART), *stuck[:4], SOLUTION, *stuck[4:])
    assert marks(examination) == [10, 15, 25, 15, 15, 10, 10]
    found = [error.cell for error in examination.cell_errors]
    assert found[: len(told)] == told
    assert (9 in found) is (9 in told)


WAITS = [
    "threading.Event().wait({s})",
    "await asyncio.sleep({s})",
    "asyncio.run(asyncio.sleep({s}))",
    "select.select([], [], [], {s})",
    "with ThreadPoolExecutor() as threads: list(threads.map(threading.Event().wait, [{s}]))",
    "try: queue.Queue().get(timeout={s})\nexcept queue.Empty: pass",
]
"""Ways to wait for so many seconds, some of which nothing in the student's process could pass over."""


def test_many_cells_that_wait_a_little_cost_no_marks_whatever_they_wait_with(hurried):
    """In twos: what cells may sleep is used up when the second one of each comes."""
    imports = "import asyncio, queue, select, threading\nfrom concurrent.futures import ThreadPoolExecutor"
    naps = [wait.format(s=LIMITS.sleep_seconds * PART / len(WAITS)) for wait in WAITS]
    examination = examine(hurried(PART), imports, *naps, SOLUTION, *naps, "import os; os._exit(1)")
    assert marks(examination) == [10, 15, 25, 15, 15, 10, 10]
    assert not {error.cell for error in examination.cell_errors} & {2, 3, 4, 5, 8}


def test_many_cells_that_sleep_a_little_cost_no_marks(hurried):
    """Together they would sleep for longer than a submission may, in one process and again in the next."""
    naps = [f"{sleep}({LIMITS.cells_seconds * PART / 6})" for sleep in ("time.sleep", "sleep") for _ in range(6)]
    examination = examine(
        hurried(PART), "import time\nfrom time import sleep", *naps, SOLUTION, "import os; os._exit(1)"
    )
    assert marks(examination) == [10, 15, 25, 15, 15, 10, 10]


def test_a_cell_that_did_not_end_is_told_the_seconds_that_it_had_when_it_was_run_first(hurried):
    engine = hurried(LITTLE)
    examination = examine(engine, f"for _ in 1,:\n{ENDLESS}", "import os; os._exit(1)", SOLUTION)
    assert f"within {round(LIMITS.cell_seconds * LITTLE, 1):g} seconds" in examination.cell_errors[0].message.en


def test_once_cells_have_overdrawn_their_time_only_their_definitions_are_run(hurried):
    """Of all their seconds that takes dozens of cells, more than a page tells."""
    stuck = [f"for attempt in {number},:\n{ENDLESS}" for number in range(8)]
    examination = examine(hurried(0.1), *stuck, SOLUTION, f"NUMBER = 1\n{ENDLESS.strip()}", "LIST = []")
    assert Outcome.UNATTEMPTED not in {question.outcome for question in examination.questions}
    *_, last = examination.cell_errors
    assert (last.cell, last.rest, last.message) == (10, Rest.DEFINITIONS, CELLS_OUT_OF_TIME)


def test_cells_that_wait_for_less_than_a_look_takes_to_come_are_seen_to_wait(hurried):
    overdrawn = LIMITS.cells_seconds * LITTLE * 1.5 + SHORT_NAPS
    naps = ["Event().wait(0.05)"] * round(2 * overdrawn / 0.05)
    examination = examine(hurried(LITTLE), "from threading import Event", *naps)
    assert examination.cell_errors[-1].message == CELLS_OUT_OF_TIME


def test_a_cell_may_wait_a_little_when_others_have_used_up_what_cells_may_sleep(hurried):
    """Libraries wait for their own threads, which a busy machine keeps waiting."""
    waits = [f"from threading import Event\nEvent().wait({seconds})" for seconds in (1000, 1000, 0.3)]
    examination = examine(hurried(LITTLE), *waits, SOLUTION)
    assert [error.cell for error in examination.cell_errors] == [1, 2]


@pytest.mark.parametrize("name", COURSE.names())
def test_a_class_of_the_worst_takes_two_graders_less_than_15_minutes(name):
    limits = COURSE.assignment(name).config.limits
    assert 100 * (limits.total_seconds + SHORT_NAPS + TO_BE_STOPPED) / 2 < 15 * 60
    asleep = limits.total_seconds + limits.sleep_seconds + TO_BE_STOPPED
    assert 100 * asleep / threads(room=100, graders=2) < 15 * 60


@pytest.mark.parametrize(("seconds", "more"), [(0.1, 0.5), (0.7, 0.7), (1, 1), (10, TO_BE_STOPPED)])
def test_a_process_that_does_not_stop_has_as_long_again_within_bounds(seconds, more):
    assert to_be_stopped(seconds) == more


def test_one_that_sleeps_lets_another_be_graded_meanwhile(engine):
    seen, seats, has_begun = [], Seats(1), Event()

    def grade(who, source):
        with seats.taken() as on_sleep:
            seen.append(who)
            has_begun.set()
            assert engine.examine(Job(cells=[Cell(1, source)]), on_sleep).fault is None
            seen.append(who)

    with ThreadPoolExecutor(2) as threads:
        sleeper = threads.submit(grade, "sleeper", f"for _ in 1,:\n{SLEEPS}")
        has_begun.wait()
        honest = threads.submit(grade, "honest", SOLUTION)
    assert (sleeper.result(), honest.result(), seen[:2]) == (None, None, ["sleeper", "honest"])


@pytest.mark.parametrize("body", [ENDLESS, SLEEPS], ids=["compute", "sleep"])
def test_functions_that_never_end_cost_their_own_questions_alone(hurried, body):
    stuck = "\n".join(
        without_last(name, body) for name in ("conv_output_size", "transposed_conv2d", "transposed_conv2d_channels")
    )
    calls = [f"{name}(1, 1)" for name in ("conv_output_size", "transposed_conv2d", "transposed_conv2d_channels")]
    assert marks(examine(hurried(PART), SOLUTION, stuck, *calls)) == [0, 15, 0, 0, 15, 10, 10]


def test_who_burns_all_there_is_ends_in_time_and_is_told_the_limit(hurried):
    names = [name for question in COURSE.assignment("01").config.questions for name in question.functions]
    everything = "\n".join(without_last(name, DEAF) for name in names)
    examination = examine(hurried(LITTLE), SOLUTION, f"{everything}\nfor _ in 1,:\n{DEAF}")
    assert examination.used < 1.3
    assert sum(marks(examination)) == 0
    said = {check.message.en for question in examination.questions for check in question.checks}
    seconds = f"{LIMITS.total_seconds * LITTLE:g} seconds"
    assert any(f"of the {seconds}" in each or f"The {seconds}" in each or "did not finish" in each for each in said)


def test_what_is_printed_takes_no_time_and_what_is_printed_to_a_file_is_there(engine):
    prints = "import numpy as np\nlarge = np.ones((300, 300)).tolist()\n"
    slow = f"{prints}def bilinear_kernel(factor):\n    for _ in range(100): print(large)\n    return right(factor)"
    to_a_file = "import io\nfrom contextlib import redirect_stdout\nwith redirect_stdout(io.StringIO()) as text:\n"
    to_a_file += "    print('one', end='')\nfile = io.StringIO()\nprint('two', file=file)\n"
    to_a_file += "assert (text.getvalue(), file.getvalue()) == ('one', 'two\\n')"
    examination = examine(engine, SOLUTION, "right = bilinear_kernel", slow, to_a_file)
    assert marks(examination) == [10, 15, 25, 15, 15, 10, 10]
    assert examination.cell_errors == ()
    assert examination.used < 0.3
