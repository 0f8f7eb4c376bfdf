"""Otter's way in: a plugin with which Otter runs a hidden suite, and nothing of the student's runs in Otter.

Otter parses a submission in its own process, unpickles the log in it, and starts a kernel in its folder, from which
Python would import whatever lies there. So the plugin first takes what was handed in out of that folder, then has it
graded as `fcnkit grade` does, in the sandbox, and gives Otter an empty notebook to run and finished results to write.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, Literal

import nbformat
from otter.plugins import AbstractOtterPlugin
from otter.run import AutograderConfig
from otter.run.run_autograder import main as run_otter
from otter.test_files import GradingResults, TestCase
from otter.test_files.abstract_test import TestCaseResult
from otter.test_files.ottr_test import OttrTestFile
from pydantic import BaseModel, ConfigDict, ValidationError

from fcnkit import otter_logging
from fcnkit.class_grading.run import OUR_FAULT, examine, examined, refused
from fcnkit.course import Assignment, Course
from fcnkit.engines.fork_servers import trouble_for
from fcnkit.engines.local import LocalEngine
from fcnkit.errors import ConfigError, UserError
from fcnkit.grading import case_secret
from fcnkit.grading.feedback_policy import told
from fcnkit.grading.intake import Submission, find_own, handed_out, read, select
from fcnkit.grading.results import Outcome, QuestionResult, Status, SubmissionResult
from fcnkit.grading.sandbox.level import UNPROTECTED, Isolation, choose
from fcnkit.model_complaints import complaints, key
from fcnkit.reports.gradescope import Visibility, autograder_json, machine_graded
from fcnkit.reports.phrases import phrase
from fcnkit.text import AT, LANGS, same

COURSE = Path("files", "course")
"""Where the autograder's zip holds the course: configuration, hidden suite, `fcnlab` and fcnkit itself."""
EMPTY_NOTEBOOK = '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
_HANDED_IN = "handed_in"
"""Beside Otter's folders where `main` has prepared them: what the student handed in, as it came."""


class NotGraded(UserError):
    """The grader had a problem. Otter then writes no results, which graders tell from 0 marks."""


class Settings(BaseModel):
    """The plugin's part of `otter_config.json`."""

    model_config = ConfigDict(extra="forbid")

    assignment: str
    visibility: Literal["after_due_date", "after_published", "visible"] = "after_published"
    """When Gradescope shows the marks, if Otter's `show_hidden` says that it ever does."""
    isolation: Literal["auto", "strict", "landlock", "uid", "none"] = "auto"
    after_deadline: bool = False
    """Whether students may read the right answers of a quiz."""


class HiddenSuite(AbstractOtterPlugin):  # type: ignore[misc]  # Otter ships no types
    """Grades one submission, as Otter's events come."""

    def before_grading(self, _config: AutograderConfig) -> None:
        """Read what was handed in and take it out of Otter's reach, the log included, which Otter reads next."""
        path = Path(self.submission_path)
        autograder = path.parents[1]
        self._settings = _settings(self.plugin_config)
        self._assignment = Course(autograder / "source" / COURSE).assignment(self._settings.assignment)
        self._secret = case_secret.read_secret(self._assignment.paths.root / "autograder" / case_secret.NAME)
        handed_in = autograder / _HANDED_IN
        found = find_own(handed_in.resolve() if handed_in.exists() else path)
        self._submission = select(read(found), handed_out(self._assignment))
        _leave_only_an_empty_notebook(path)

    def before_execution(self, _submission: nbformat.NotebookNode) -> nbformat.NotebookNode:
        """Have the hidden suite run while Otter starts a kernel, which takes seconds, and executes nothing in it."""
        thread = ThreadPoolExecutor(1)
        self._result: Future[SubmissionResult] = thread.submit(
            _grade, self._assignment, self._submission, self._settings.isolation, self._secret
        )
        thread.shutdown(wait=False)
        return nbformat.reads(EMPTY_NOTEBOOK, as_version=4)  # type: ignore[no-any-return, no-untyped-call]  # as above

    def after_grading(self, results: GradingResults) -> None:
        """One entry for each question in place of Otter's own results, of which there are none.

        Raises UserError, so that there are no results at all, when the submission could not be graded.
        """
        result = self._result.result()
        results.__class__ = SuiteResults  # Otter writes this object: it takes no other from a plugin
        results.__init__(self._assignment, result, self._settings.visibility, self._settings.after_deadline)


class SuiteResults(GradingResults):  # type: ignore[misc]  # Otter ships no types
    """Otter's results, which also say what only Gradescope's form has room for.

    Plugins that come later may change them as they change Otter's own: add to the output, override marks, hide all.
    """

    def __init__(
        self, assignment: Assignment, result: SubmissionResult, visibility: Visibility, after_deadline: bool = False
    ) -> None:
        if result.status is Status.GRADED:
            files = [_test_file(question, result) for question in machine_graded(result)]
        else:
            asked = [question for question in assignment.config.questions if question.rubric is None]
            files = [_not_read(question.id, question.points, result) for question in asked]
        super().__init__(files)
        self._result = result
        self._config = assignment.config
        self._visibility = visibility
        self._after_deadline = after_deadline

    def to_gradescope_dict(self, ag_config: AutograderConfig) -> dict[str, Any]:
        """What Gradescope reads, as far as Otter's own options leave it to us."""
        otters: dict[str, Any] = super().to_gradescope_dict(ag_config)
        if self.all_hidden:
            return otters
        is_counted = self._config.feedback == "counts" and not self._after_deadline
        shown = told(self._result, self._config) if is_counted else self._result
        visibility = self._visibility if ag_config.show_hidden else "hidden"
        ours = autograder_json(shown, visibility, with_key=self._after_deadline)
        if self._result.status is Status.GRADED:
            for test, file in zip(ours["tests"], self.results.values(), strict=True):
                test["score"] = file.score
        ours["score"] = otters.get("score", self.total)
        ours["output"] = "\n\n".join(filter(None, [self.output, ours["output"]]))
        if "stdout_visibility" in otters:
            ours["stdout_visibility"] = otters["stdout_visibility"]
        return ours

    def __reduce__(self) -> tuple[type[GradingResults], tuple[list[OttrTestFile]]]:
        # `otter grade` unpickles them outside its container, where fcnkit may not be installed
        return GradingResults, (list(self.results.values()),)


def main(autograder: Path) -> None:
    """Grade what lies in `autograder/submission` into `autograder/results`, as Gradescope and `otter grade` have it.

    Otter works in folders of its own, with an empty notebook as the submission: it fails on anything but one good
    notebook before it asks a plugin. Exits with status 1 and without results when the grader had a problem.
    """
    with tempfile.TemporaryDirectory(prefix="fcnkit-otter-") as folder:
        own = Path(folder)
        (own / "source").symlink_to(autograder / "source")
        (own / _HANDED_IN).symlink_to(autograder / "submission")
        (own / "submission").mkdir()
        (own / "results").mkdir()
        _copy_metadata(autograder / "submission_metadata.json", own)
        _leave_only_an_empty_notebook(own / "submission" / "submission.ipynb")
        otter_logging.let_the_process_end()
        try:
            run_otter(folder, zips=False)
        except UserError as error:
            sys.exit(f"fcnkit: {error}")
        for name in ("results.json", "results.pkl"):
            shutil.copyfile(own / "results" / name, autograder / "results" / name)


def _settings(plugin_config: dict[str, Any]) -> Settings:
    try:
        return Settings.model_validate(plugin_config)
    except ValidationError as error:
        where, what = complaints(error, Settings)[0]
        raise ConfigError(AT, place=f"otter_config.json: plugins: {key(where)}", what=what) from None


def _copy_metadata(metadata: Path, into: Path) -> None:
    """`otter grade` has an empty file there, which Otter itself cannot read."""
    text = metadata.read_text(encoding="utf-8") if metadata.exists() else ""
    (into / metadata.name).write_text(text.strip() or "{}", encoding="utf-8")


def _leave_only_an_empty_notebook(path: Path) -> None:
    for entry in path.parent.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
    path.write_text(EMPTY_NOTEBOOK, encoding="utf-8")


def _grade(assignment: Assignment, submission: Submission, isolation: str, secret: str) -> SubmissionResult:
    refusal = refused(assignment, submission)
    if refusal is not None:
        return refusal
    level = choose(isolation, trouble_for(assignment))
    if level is Isolation.NONE:
        sys.stderr.write(f"fcnkit: {UNPROTECTED.en}\n")
    with LocalEngine(assignment, level) as engine:
        result = examined(assignment, submission, examine(engine, submission, secret))
    if result.status is Status.UNGRADED:
        raise NotGraded(same(" ".join([*(OUR_FAULT[lang] for lang in LANGS), f"({result.fault})"])))
    return result


def _test_file(question: QuestionResult, result: SubmissionResult) -> OttrTestFile:
    """A question as Otter knows one: its checks are the test cases."""
    told = {each.id: f"{each.name[result.lang]}: {each.text[result.lang]}" for each in question.explanations}
    cases = []
    for check in question.checks:
        message = check.message[result.lang] if check.message is not None else ""
        why = told.get(check.misconception or check.relation or "", "")
        said = [phrase(check.outcome.value, result.lang), message, why]
        case = _case(check.title[result.lang], check.points)
        cases.append(TestCaseResult(case, "\n".join(filter(None, said)), check.outcome is Outcome.PASSED))
    return _with_results(question.id, cases)


def _not_read(question: str, points: float, result: SubmissionResult) -> OttrTestFile:
    title = phrase(f"{result.status}_title", result.lang)
    why = "\n".join(note[result.lang] for note in result.notes)
    return _with_results(question, [TestCaseResult(_case(title, points), why, passed=False)])


def _case(name: str, points: float) -> TestCase:
    return TestCase(name, body="", hidden=True, points=points, success_message=None, failure_message=None)


def _with_results(question: str, cases: list[TestCaseResult]) -> OttrTestFile:
    """Otter's own class for results from elsewhere, so that they can be unpickled where there is no fcnkit."""
    file = OttrTestFile(question, f"{question}.py", [each.test_case for each in cases], all_or_nothing=False)
    file.test_case_results = cases
    return file
