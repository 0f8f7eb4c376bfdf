"""The pytest plugin that runs a hidden suite over one student: the `student` fixture and what came of each check."""

from __future__ import annotations

import os
import re
from collections.abc import Generator
from pathlib import Path

import pytest

from fcnkit.grading.examiner.checks import Function
from fcnkit.grading.examiner.failure import CheckFailed
from fcnkit.grading.examiner.student import Student
from fcnkit.grading.examiner.suite import SuiteFault
from fcnkit.grading.results import CheckResult, Outcome
from fcnkit.text import Text

NOT_MET = Text(ko="이 항목의 조건을 만족하지 않습니다.", en="This does not hold yet.")


class SuitePlugin:
    """Collects one CheckResult per hidden check, in the suite's order."""

    def __init__(self, student: Student | None = None) -> None:
        self._student = student
        self.collected: list[tuple[str, float]] = []
        """(question, points) of each check that was found."""
        self.checks: list[CheckResult] = []
        self.explained_by: dict[str, tuple[str, ...]] = {}
        """Check name → ids of the misconceptions that explain its failure."""
        self.failed_functions: dict[str, list[Function]] = {}
        """Question → functions that a failed check was about."""
        self.fault: str | None = None
        """What went wrong in the suite itself."""

    @pytest.fixture(scope="session")
    def student(self) -> Student | None:
        return self._student

    def pytest_configure(self, config: pytest.Config) -> None:
        config.addinivalue_line("markers", "check(question, points, title): a hidden check")

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            text = report.longreprtext
            line = re.findall(r"line (\d+)", text)[-1:]
            what = text.strip().rpartition("\n")[2].removeprefix("E").strip()
            self.fault = f"{':'.join([report.nodeid, *line])}: {what}"

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            mark = item.get_closest_marker("check")
            if mark is None:
                self.fault = f"{item.nodeid}: no @check says which question it belongs to"
            else:
                self.collected.append((mark.kwargs["question"], mark.kwargs["points"]))

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        if self._student is not None:
            self._student.turn_to(next(item.iter_markers("check")).kwargs["question"])

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        error = None if call.excinfo is None else call.excinfo.value
        if error is not None and not (call.when == "call" and isinstance(error, CheckFailed | AssertionError)):
            self.fault = f"{item.nodeid}: {call.when}: {type(error).__name__}: {error}"
        elif call.when == "call":
            self._record(item, error)
        return report

    def _record(self, item: pytest.Item, error: BaseException | None) -> None:
        mark = next(item.iter_markers("check"))
        question = mark.kwargs["question"]
        failure = error if isinstance(error, CheckFailed) else None
        outcome = Outcome.PASSED if error is None else failure.outcome if failure else Outcome.FAILED
        message = None if error is None else failure.message if failure else NOT_MET
        name = item.nodeid.rpartition("/")[2]
        self.checks.append(CheckResult(name=name, outcome=outcome, message=message, **mark.kwargs))
        if failure is not None:
            self.explained_by[name] = failure.explained_by
        if failure is not None and failure.function is not None:
            functions = self.failed_functions.setdefault(question, [])
            if failure.function not in functions:
                functions.append(failure.function)


def run_suite(suite: Path, plugin: SuitePlugin, *options: str) -> None:
    """Run the suite in this process. Raises SuiteFault when it could not be collected or broke down."""
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # other installed plugins cost most of a second
    arguments = ["-c", os.devnull, f"--rootdir={suite}", "-p", "no:cacheprovider", "-p", "no:terminal", "--capture=no"]
    code = pytest.main([*arguments, *options, str(suite)], plugins=[plugin])
    if plugin.fault is not None:
        raise SuiteFault(plugin.fault)
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise SuiteFault(f"pytest ended with {pytest.ExitCode(code).name} on {suite}")
