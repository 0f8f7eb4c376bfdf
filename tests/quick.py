"""`pytest --quick`: what can be told within a minute, without sandbox, Keras, Otter or Ray.

No list says which tests these are. The folders of `LONG` are left out, and of the others each test is skipped that
starts a process or imports one of `HEAVY`, at the moment when it does. What is slow by itself fails, so that it is put
into `LONG`.
"""

import sys
import time

import pytest

LONG = (
    "authoring", "cluster", "container", "end_to_end", "examples", "exams", "fuzz", "hostile",
    "intake/test_every_file.py", "intake/test_hostile_bytes.py", "intake/test_identities.py",
    "intake/test_rosters_of_classes.py", "intake/test_zips.py", "otter", "packaging", "practice", "quiz", "reviews",
    "sandbox", "suites", "teaching/test_focus.py", "terminology/test_judge.py",
)  # fmt: skip
HEAVY = ("jax", "keras", "otter", "ray", "tensorflow", "torch")
STARTS = ("os.fork", "os.forkpty", "os.posix_spawn", "subprocess.Popen")
"""Events of Python's own audit."""
CPU_SECONDS = 5


def add_option(parser):
    parser.addoption("--quick", action="store_true", help="no long tests, and none that start a process or need Keras")


def is_left_out(path, tests):
    """Whether a file or folder below `tests` is one of those that take long."""
    return path.is_relative_to(tests) and path.relative_to(tests).as_posix() in LONG


def watch(config):
    """From now on skip what is not quick; pytest-xdist's own process, which starts the others, goes on as it was.

    What is left midway may not close its files, which is told with the warnings that are ignored here.
    """
    if hasattr(config, "workerinput") or not config.getoption("numprocesses", None):
        config.addinivalue_line("filterwarnings", "ignore::pytest.PytestUnraisableExceptionWarning")
        sys.addaudithook(_skip)


def _skip(event, args):
    if event in STARTS:
        pytest.skip(f"not quick: it starts a process ({event})", allow_module_level=True)
    if event == "import" and str(args[0]).partition(".")[0] in HEAVY:
        pytest.skip(f"not quick: it imports {args[0]}", allow_module_level=True)


def timed(most=CPU_SECONDS):
    """A hook's wrapper around one call of a test, which fails if it takes more seconds of CPU."""
    begun = time.process_time()
    result = yield
    spent = time.process_time() - begun
    if spent > most:
        pytest.fail(f"it takes {spent:.0f} s of CPU: name its file or folder in LONG of tests/quick.py", pytrace=False)
    return result
