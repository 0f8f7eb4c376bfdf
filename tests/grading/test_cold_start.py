"""Where an import starts threads, forking after it is not safe: grading says so, and imports after each fork."""

import signal
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from fcnkit.course import Course
from fcnkit.engines.fork_servers import EngineError, ForkServers
from fcnkit.engines.local import COLD, LocalEngine
from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Job
from fcnkit.grading.sandbox.level import choose

HERE = Course.find()
SOLUTION = (HERE.assignment("01").paths.alternatives / "slicing.py").read_text(encoding="utf-8")
STARTS_A_THREAD = "import threading\nthreading.Thread(target=threading.Event().wait, daemon=True).start()\n"


@pytest.fixture(scope="module")
def assignment(tmp_path_factory):
    """In this course, with an `fcnlab` that does what the runtime of a GPU does, and less time for each cell."""
    root = tmp_path_factory.mktemp("course")
    for folder in ("autograder", "assignments", "solutions"):
        (root / folder).symlink_to(HERE.root / folder)
    (root / "course.toml").write_text("[limits]\ncell_seconds = 0.4\n", encoding="utf-8")
    lab = root / "shared" / "fcnlab"
    lab.mkdir(parents=True)
    (lab / "__init__.py").write_text(STARTS_A_THREAD, encoding="utf-8")
    return Course(root).assignment("01")


@pytest.fixture(scope="module")
def engine(assignment):
    """Started twice: warm, and then, since there is a thread, cold."""
    with LocalEngine(assignment, choose("auto")) as engine:
        yield engine


def test_submissions_are_graded_all_the_same_and_the_instructor_is_told(assignment, engine):
    assert engine.notes == (COLD,)
    for _ in range(2):
        examination = engine.examine(Job(cells=[Cell(number=1, source=f"import fcnlab\n{SOLUTION}")]))
        assert sum(question.score for question in examination.questions) == assignment.scores.max_score


def test_nothing_is_said_where_all_is_warm(graders):
    assert graders("01").notes == ()


def test_imports_of_its_own_take_nobodys_time(assignment, engine):
    seconds = assignment.config.limits.cell_seconds * 2
    works = f"import time\nend = time.process_time() + {seconds}\nwhile time.process_time() < end: pass\n"
    examination = engine.examine(Job(cells=[Cell(number=1, source=works)]))
    assert examination.cell_errors == ()


def test_parents_that_were_killed_are_replaced():
    assignment = HERE.assignment("01")
    with LocalEngine(assignment, choose("auto")) as engine:
        for which in range(2):
            engine._parents._both[which].process.kill()
            engine._parents._both[which].process.wait()
            examination = engine.examine(Job(cells=[Cell(number=1, source=SOLUTION)]))
            assert examination.fault is None
            assert sum(question.score for question in examination.questions) == assignment.scores.max_score


def test_what_is_not_needed_after_all_ends_at_once_though_it_still_imports():
    servers = ForkServers(HERE.paths("03"), "keras")
    servers.start_workers(choose("auto"))
    folder, processes = servers._folder, [parent.process for parent in servers._both]
    servers.close()
    assert [process.returncode for process in processes] == [-signal.SIGTERM] * 2
    assert not folder.exists()


def test_who_is_asked_for_nothing_starts_nothing(monkeypatch):
    monkeypatch.setattr(ForkServers, "__init__", lambda *_, **__: pytest.fail("it was started"))
    with LocalEngine(HERE.assignment("01"), choose("auto"), when_asked=True) as engine:
        assert engine.room > 0


def test_who_leaves_while_graders_start_does_not_wait_for_them():
    engine = LocalEngine(HERE.assignment("03"), choose("auto"), when_asked=True)
    with ThreadPoolExecutor(1) as pool, engine:
        asked = pool.submit(engine.examine, Job(cells=[Cell(number=1, source="x = 1")]))
        while engine._awaited is None and not asked.done():
            time.sleep(0.01)
        processes = [parent.process for parent in engine._awaited._both]
    with pytest.raises(EngineError):
        asked.result()
    assert [process.returncode for process in processes] == [-signal.SIGTERM] * 2
