"""Spreads the tests over processes file by file, since a file's tests share what takes long; the longest ones first."""

import atexit
import compileall
import gc
import os
import sys
from functools import cache
from pathlib import Path

import graded_examples as examples
import graders as warm
import names
import one_browser
import pytest
import quick
import warm_kernels
from hypothesis import HealthCheck, settings

TESTS = Path(__file__).parent
ROOT = TESTS.parent
LONG = ("cluster", "suites/test_models", "hostile", "sandbox/test_hostile", "docs/test_worked_example",
        "docs/test_tutorials", "practice/test_web_script", "reviews", "grading/test_session", "otter", "examples",
        "end_to_end", "packaging", "authoring", "practice/test_export", "quiz", "grading/test_time_for_all",
        "terminology", "suites", "fcnlab/test_pictures", "intake")  # fmt: skip
"""What takes minutes begins first, so that no process is left alone with it at the end. The three that wait for half of
their time, `cluster` and those two of `grading`, stand apart: side by side they leave CPUs idle."""
_OBJECTS = 10_000
"""So many new ones make Python look for garbage, not 700: what imports bring stays. With Keras, and with a last look
less at the end, a process takes 2.4 seconds of CPU to import it and to end, not 3.9."""

# How long one draw takes by the clock says how busy the machine is, and nothing of what is tested.
settings.register_profile("on a busy machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("on a busy machine")


def pytest_addoption(parser):
    quick.add_option(parser)


def pytest_configure(config):
    config.addinivalue_line("markers", "xdist_group(name): tests for one process, where pytest-xdist is not there, too")
    _keep_bytecode(is_first=not hasattr(config, "workerinput"))
    _speak_english()


def _keep_bytecode(*, is_first):
    """Let hundreds of processes that tests start find our modules compiled; students' own write no bytecode."""
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if is_first:
        for folder in ("fcnkit", "shared"):
            compileall.compile_dir(ROOT / folder, quiet=2)


def _speak_english():
    """Commands speak the language of the terminal, which is Korean where fcnkit is at home."""
    for name in [name for name in os.environ if name.startswith("LC_")]:
        del os.environ[name]
    os.environ["LANG"] = "C.UTF-8"


def pytest_ignore_collect(collection_path, config):
    return True if config.getoption("quick") and quick.is_left_out(collection_path, TESTS) else None


@pytest.hookimpl(wrapper=True)
def pytest_collection(session):
    if session.config.getoption("quick"):
        quick.watch(session.config)
    gc.disable()  # nothing of what is collected goes before the end: to look through it again and again takes a second
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(_OBJECTS)
        gc.enable()
        atexit.register(gc.freeze)  # pytest has looked for garbage by then; Python would look through all once more


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    return (yield from quick.timed()) if item.config.getoption("quick") else (yield)


def pytest_make_parametrize_id(val):
    return names.part(val)


@cache
def _place(path):
    name = path.relative_to(TESTS).as_posix()
    return next((place for place, start in enumerate(LONG) if name.startswith(start)), len(LONG))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config):
    """One more than there are CPUs: many tests wait for a process that they have started, but none of `--quick`."""
    return (os.cpu_count() or 1) + (0 if config.getoption("quick") else 1)


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist reads the marks
def pytest_collection_modifyitems(config, items):
    names.refuse_long(items)
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: _place(item.path))
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(str(item.path)))


@pytest.fixture(scope="session")
def _shared(tmp_path_factory):
    """A folder of all processes of this test run."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session", autouse=True)
def _warm_kernels(_shared):
    with pytest.MonkeyPatch.context() as environment:
        for name, value in warm_kernels.installed(_shared / "jupyter").items():
            environment.setenv(name, value)
        yield


@pytest.fixture(scope="session")
def graders():
    """`graders("03")`: warm ones of that assignment; put tests that share them into the group "graders of 03"."""
    with warm.kept() as kept:
        yield kept


@pytest.fixture(scope="module")
def lent_graders(graders):
    """While a file's tests run, `command_line.run` grades this course with warm graders."""
    import command_line  # noqa: PLC0415 - the whole command line, which most tests do without

    with command_line.lent(lambda assignment: graders(assignment.name[:2])):
        yield


@pytest.fixture(scope="session")
def graded_examples(_shared):
    """`graded_examples("01-transposed-convolution")`: that example class, graded once for all who only read it."""
    return lambda name: examples.graded(name, _shared / "examples")


@pytest.fixture(scope="module")
def browser(request):
    """A real browser. Its tests bear the mark xdist_group("browser"): one is enough for two CPUs."""
    if request.config.getoption("quick"):
        pytest.skip("not quick: it starts a browser")  # in whose own loop the exception of quick.py is lost
    return one_browser.started()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(nextitem):
    try:
        return (yield)
    finally:
        one_browser.close_unless_asked_for(nextitem)


@pytest.fixture(scope="module")
def page(browser):
    """One for all tests of a file, which take it where they want it: to open another takes most of a second of CPU."""
    with browser.new_context() as context:
        yield context.new_page()
