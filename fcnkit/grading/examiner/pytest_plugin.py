"""Runs a hidden suite with pytest: collects it once, then runs it for each student and records each check's outcome.

Collecting takes longer than most students' checks do, so a fork server forks in the middle of pytest's run.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from types import ModuleType
from typing import Any, Generic, Literal, TypeGuard, TypeVar, cast

import pytest

from fcnkit.course import Assignment
from fcnkit.course_package import import_module
from fcnkit.grading.examiner.case_draws import Theme
from fcnkit.grading.examiner.check import Case, Function, Variable
from fcnkit.grading.examiner.failure import CheckFailed
from fcnkit.grading.examiner.judged import Judged
from fcnkit.grading.examiner.public_inputs import Asked, Listener, heard, public_cases
from fcnkit.grading.examiner.relations.evidence import Call
from fcnkit.grading.examiner.student_fixture import Student
from fcnkit.grading.examiner.suite_loading import SuiteFault, check_points, described, load_suite
from fcnkit.grading.results import CheckResult, Outcome
from fcnkit.misconception import Misconception
from fcnkit.text import Text

T = TypeVar("T")

_OF_NO_USE = (
    # nobody would see what `terminal` prints, or remove the folders that `tmpdir` makes
    *("cacheprovider", "terminal", "logging", "tmpdir"),
    # nor are these asked for, each of which is imported and registered
    *("debugging", "doctest", "junitxml", "legacypath", "pastebin", "setuponly", "setupplan", "stepwise", "subtests"),
    *("unittest", "faulthandler", "threadexception", "unraisableexception"),
)
"""Plugins of pytest's own."""
NOT_MET = Text(ko="이 항목의 조건을 만족하지 않습니다.", en="This does not hold yet.")


class Suite:
    """A pytest plugin: the suite's checks, and of the student that `run` was given, one CheckResult for each."""

    def __init__(self, package: ModuleType, misconceptions: Sequence[Misconception]) -> None:
        self.misconceptions = misconceptions
        self._package = package
        self.public_cases: Mapping[str, tuple[Case, ...]] = {}
        """Function → public inputs other than its examples; found once, before any student is graded."""
        self._items: list[pytest.Item] = []
        self._heard: dict[pytest.Item, Listener] = {}
        self._asked: dict[pytest.Item, list[Asked]] = {}
        """Item → what it and those after it call for the same question."""
        self._student: Student | None = None
        self._judged: dict[str, Judged] = {}
        self.fault: str | None = None
        """What went wrong in the suite itself, at first."""

    def points(self) -> list[tuple[str, float]]:
        """(question, points) of each check."""
        return [(_mark(item)["question"], _mark(item)["points"]) for item in self._items]

    def functions(self) -> Iterable[Function]:
        """All that the modules of the checks name, one of them often several times, with other comparisons."""
        modules = dict.fromkeys(item.module for item in self._items if isinstance(item, pytest.Function))
        return [value for module in modules for value in vars(module).values() if isinstance(value, Function)]

    def find_public_cases(self) -> None:
        """Look for public inputs on which mistakes show."""
        self.public_cases = public_cases(self.asks(forms=True), self.misconceptions)

    def asks(self, *, forms: bool = False) -> list[tuple[Function, Theme]]:
        """What the checks ask, those of the form alone only if `forms`."""
        items = [item for item in self._items if forms or _mark(item)["easy"] != "form"]
        return [asked for item in items for asked in self._heard[item].asked]

    def asks_for(self) -> list[tuple[Variable, Any]]:
        """The variables that the checks look at, each with the key that it is asked for, or with none."""
        return [held for item in self._items for held in self._heard[item].held]

    def run(self, student: Student, question: str | None = None) -> dict[str, Judged]:
        """Runs all checks, or one question's, for one student, within `with_suite`. Returns outcomes by question.

        Raises SuiteFault when one breaks down.
        """
        self._student, self._judged = student, {}
        items = [item for item in self._items if question in (None, _mark(item)["question"])]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # nobody would read them
            for item, following in zip_longest(items, items[1:]):  # after the last, pytest lets go of the student
                self._run_item(item, following)
        self.raise_fault()
        for judged in self._judged.values():
            judged.settle(self.misconceptions)
        return self._judged

    def _run_item(self, item: pytest.Item, following: pytest.Item | None) -> None:
        """As pytest does, which for a check that asks for the student alone takes longer than many checks."""
        if not _asks_for_student_alone(item):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            return
        self.pytest_runtest_setup(item)
        call = pytest.CallInfo.from_call(
            lambda: item.function(student=self._student), "call", (pytest.exit.Exception, KeyboardInterrupt)
        )
        self._note(item, call)

    def raise_fault(self) -> None:
        """Raises SuiteFault when something went wrong in the suite itself."""
        if self.fault is not None:
            raise SuiteFault(self.fault)

    @pytest.fixture(scope="session")
    def student(self) -> Student | None:
        return self._student

    def pytest_configure(self, config: pytest.Config) -> None:
        config.addinivalue_line("markers", "check(question, points, title): a hidden check")

    def pytest_ignore_collect(self, collection_path: Path) -> bool:
        """What can hold no checks: pytest itself looks longer at each file."""
        name = collection_path.name
        return name == "__pycache__" or (collection_path.suffix == ".py" and "test" not in name)

    def pytest_pycollect_makemodule(self, module_path: Path, parent: pytest.Collector) -> pytest.Module:
        module: _SuiteModule = _SuiteModule.from_parent(parent, path=module_path)
        module.package = self._package
        return module

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.fault = report.longreprtext.strip().rpartition("\n")[2]  # what `_SuiteModule` says

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        self._items = items
        calls: dict[str, list[Asked]] = {}
        for item in reversed(items):
            if item.get_closest_marker("check") is None:
                self.fault = f"{item.nodeid}: no @check says which question it belongs to"
                continue
            self._heard[item] = heard([item.function] if isinstance(item, pytest.Function) else [])
            question = _mark(item)["question"]
            self._asked[item] = calls[question] = [*self._heard[item].calls, *calls.get(question, [])]

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        if self._student is not None:
            self._student.set_question(_mark(item)["question"], self._asked[item])

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> pytest.TestReport:
        """Instead of pytest's own report, which quotes where a check failed: nobody reads that, and it takes longer
        than the check."""
        self._note(item, call)
        outcome: Literal["passed", "failed"] = "passed" if call.excinfo is None else "failed"
        when = cast(Literal["setup", "call", "teardown"], call.when)  # nothing is collected any more
        return pytest.TestReport(item.nodeid, item.location, {}, outcome, None, when)

    def _note(self, item: pytest.Item, call: pytest.CallInfo[None]) -> None:
        error = None if call.excinfo is None else call.excinfo.value
        if error is not None and not (call.when == "call" and isinstance(error, CheckFailed | AssertionError)):
            self.fault = self.fault or f"{_place(item, call)}: {type(error).__name__}: {error} (in {item.name})"
        elif call.when == "call":
            self._record(item, error)

    def _record(self, item: pytest.Item, error: BaseException | None) -> None:
        mark = dict(_mark(item))
        easy = mark.pop("easy")
        judged = self._judged.setdefault(mark["question"], Judged())
        failure = error if isinstance(error, CheckFailed) else None
        outcome, message = _outcome(error)
        name = item.nodeid.rpartition("/")[2]
        calls: list[Call] = []
        afterwards = None
        if self._student is not None:
            calls, afterwards = self._student.take_calls(), self._student.take_afterwards()
            remark = self._student.take_remark()  # also where the check fails, else the next one would be given it
            message = message or remark
        judged.checks.append(CheckResult(name=name, outcome=outcome, message=message, afterwards=afterwards, **mark))
        judged.asks[name] = frozenset(self._heard[item].functions)
        judged.calls += [replace(call, check=name, of_form=easy == "form") for call in calls]
        if easy is not None:
            judged.easy[name] = easy
        if failure is not None:
            judged.explained_by[name] = failure.explained_by
        function = failure.function if failure is not None else None
        if function is not None and function not in judged.failed_functions:
            judged.failed_functions.append(function)


def _outcome(error: BaseException | None) -> tuple[Outcome, Text | None]:
    """What a check comes to, and what its page says."""
    if error is None:
        return Outcome.PASSED, None
    if isinstance(error, CheckFailed):
        return error.outcome, error.message
    return Outcome.FAILED, NOT_MET


def _asks_for_student_alone(item: pytest.Item) -> TypeGuard[pytest.Function]:
    """Whether it is a plain function with no fixture but `student`, no parameters and no mark but `check`."""
    return (
        isinstance(item, pytest.Function)
        and item.cls is None
        and item.fixturenames == ["student"]
        and all(mark.name == "check" for mark in item.iter_markers())
    )


def _mark(item: pytest.Item) -> Mapping[str, Any]:
    """The metadata that `@check` attached: question, points, title, easy."""
    return next(item.iter_markers("check")).kwargs


def _place(item: pytest.Item, call: pytest.CallInfo[None]) -> str:
    """File and line of the innermost frame of an exception that lies in the suite; else of the check."""
    entries = call.excinfo.traceback if call.excinfo is not None else ()
    lines = [
        f"{Path(entry.path).name}:{entry.lineno + 1}"
        for entry in entries
        if Path(entry.path).parent == item.path.parent
    ]
    return lines[-1] if lines else item.nodeid


class _SuiteModule(pytest.Module):
    """A module of hidden checks. It belongs to the suite's package, for pytest would import it by its bare name."""

    package: ModuleType

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        try:
            self.obj = import_module(self.package, self.path.stem)
        except Exception as error:  # whatever an author's module may raise
            raise self.CollectError(described(error, self.path.parent)) from error
        return super().collect()


def with_suite(assignment: Assignment, use: Callable[[Suite], T]) -> T:
    """Collect the hidden suite in this process, and return what `use` makes of it.

    Raises SuiteFault when the suite cannot be imported, collected or has wrong points, and whatever `use` raises.
    """
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # other installed plugins cost most of a second
    for name in ("PYTEST_ADDOPTS", "PYTEST_PLUGINS"):  # what somebody has set for tests of their own
        os.environ.pop(name, None)
    suite = Suite(*load_suite(assignment.paths.suite))
    loop = _Loop(assignment, suite, use)
    place = os.path.relpath(assignment.paths.suite)  # pytest takes `[` and `::` in it for parts of a test
    arguments = ["-c", os.devnull, f"--rootdir={place}", "--capture=no", "--assert=plain"]
    arguments += [f"-pno:{name}" for name in _OF_NO_USE]
    code = pytest.main([*arguments, place], plugins=[suite, loop])
    if not loop.outcome.done():
        raise SuiteFault(f"pytest ended with {pytest.ExitCode(code).name} on {assignment.paths.suite}")
    return loop.outcome.result()


class _Loop(Generic[T]):
    """A pytest plugin that replaces pytest's run loop."""

    def __init__(self, assignment: Assignment, suite: Suite, use: Callable[[Suite], T]) -> None:
        self._assignment = assignment
        self._suite = suite
        self._use = use
        self.outcome: Future[T] = Future()

    def pytest_runtestloop(self) -> bool:
        try:
            self._suite.raise_fault()
            check_points(self._assignment.scores, self._assignment.paths, self._suite.points())
            self._suite.find_public_cases()
            self.outcome.set_result(self._use(self._suite))
        except Exception as error:  # pytest would swallow it
            self.outcome.set_exception(error)
        return True
