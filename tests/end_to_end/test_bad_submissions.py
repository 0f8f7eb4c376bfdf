"""A class in which every tenth submission hangs, crashes, eats memory or forks: nobody else's marks change."""

from itertools import cycle

import pytest
from classes import SOLUTION, course_with_limits, honest, rows, write_class
from command_line import lent, run
from proof import IS_FULL

from fcnkit.course import Course
from fcnkit.engines.local import LocalEngine
from fcnkit.grading.sandbox.level import choose

SIZE, EVERY = (1000, 10) if IS_FULL else (10, 2)
SECONDS = 1 if IS_FULL else 0.4
LIMITS = f"""
cell_seconds = {SECONDS}
call_seconds = {SECONDS}
question_seconds = {3 * SECONDS}
memory_mib = 300
processes = 20
"""
BAD = {
    "hangs": "def bilinear_kernel(factor):\n    while True: pass",
    "sleeps in a cell": "import time\ntime.sleep(1000)",
    "crashes": "import ctypes\ndef bilinear_kernel(factor): ctypes.string_at(0)",
    "crashes in a cell": "import ctypes\nctypes.string_at(0)",
    "eats memory": "def bilinear_kernel(factor):\n    return [np.ones(10**7) for _ in range(1000)]",
    "forks": "import os\ndef bilinear_kernel(factor):\n    while True:\n"
    "        try: os.fork()\n        except OSError: pass",
}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    root = course_with_limits(tmp_path_factory.mktemp("course"), LIMITS)
    with LocalEngine(Course(root).assignment("01"), choose("auto")) as engine, lent(lambda _: engine):
        yield root


def grade(course, submissions, out):
    done = run("grade", "01", submissions, "--out", out, "--workers", "2", cwd=course)
    assert done.returncode == 0, done.stderr
    return rows(out)


def test_others_marks_are_those_of_a_class_without_them(course, tmp_path):
    everybody = honest(SIZE)
    bad = dict(zip(list(everybody)[::EVERY], cycle(BAD), strict=False))
    good = {name: source for name, source in everybody.items() if name not in bad}
    mixed = everybody | {name: f"{SOLUTION}\n{BAD[kind]}" for name, kind in bad.items()}
    wanted = grade(course, write_class(tmp_path / "good", good), tmp_path / "alone")
    got = grade(course, write_class(tmp_path / "mixed", mixed), tmp_path / "together")
    assert {name: got[name] for name in good} == wanted
    for name, kind in bad.items():
        assert (got[name]["status"], got[name]["score"]) == ("graded", "100" if "cell" in kind else "90"), kind
