"""What pages and tables of a large class cost: `python benchmarks/pages.py 01 --people 500`.

Grades the example class, makes a large class of its results, and measures: writing all pages, the class page's size,
what a click takes on it and on the review page in a real browser, filling in the files of Canvas and Moodle, places to
look, and questions on students' own code. `--examples DIR` takes a folder in which the example class is graded already.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import signal
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from checkout import FCNKIT
from large_class import canvas_gradebook, gradebook, graded_examples, hand_ins, moodle_hand_ins, moodle_worksheet
from playwright.sync_api import Browser, Page, sync_playwright

from fcnkit.course import Assignment, Course
from fcnkit.gradebook import Gradebook
from fcnkit.grading.results import SubmissionResult
from fcnkit.reports.item_analysis import analyse
from fcnkit.reports.lessons import LessonPlan
from fcnkit.reports.tables import grades_csv
from fcnkit.reports.write import write_class, write_items, write_reteach, write_student
from fcnkit.teaching.reteach import practice_for

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
CLICKS = 40
INTERVIEWED = 20
"""Students who are asked on their own code; the time of all is reckoned from theirs."""

_TIMED = """([selector, does]) => new Promise(done => {
  const at = document.querySelector(selector), start = performance.now();
  if (does === "click") at.click();
  else { at.value = does; at.dispatchEvent(new Event("input", { bubbles: true })); }
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""
"""Milliseconds from an action until its effect is on the screen."""
_SAVED = """([reason, full]) => new Promise(done => {
  const status = document.getElementById("status"), comment = document.getElementById("comment");
  comment.value = reason;
  const start = performance.now();
  const watch = new MutationObserver(() => {
    if (status.textContent !== document.getElementById("texts").dataset.saved) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
  });
  watch.observe(status, { childList: true, characterData: true, subtree: true });
  document.getElementById(full ? "full" : "zero").click();
})"""
"""Milliseconds from a click on the review page until the page says that it is saved."""


def main() -> None:
    """Prints the figures of one class."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", nargs="?", default="01", metavar="NN")
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--examples", type=Path, help="where the example class is graded already")
    options = parser.parse_args()
    assignment = Course.find().assignment(options.number)
    with tempfile.TemporaryDirectory() as folder:
        measure(assignment, options.people, Path(folder), options.examples)


def measure(assignment: Assignment, people: int, folder: Path, graded: Path | None) -> None:
    """Everything in order, since later figures need the pages."""
    examples = graded_examples((graded or _graded(assignment, folder)) / "gradebook.sqlite", assignment)
    out, moodle, draw = folder / "out", folder / "moodle", random.Random(1)
    hand_ins(assignment, folder / "class", people, draw)
    moodle_hand_ins(folder / "moodle-class", people)
    gradebook(assignment, folder / "class", examples, out, draw)
    gradebook(assignment, folder / "moodle-class", examples, moodle, draw)
    _say(f"pages of {people} students", f"{_write_pages(assignment, out):.1f} s")
    _say("class page", f"{(out / 'index.html').stat().st_size / 1e6:.2f} MB")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        _clicks(browser, out / "index.html", assignment)
        _reviews(browser, out, assignment)
        browser.close()
    _exports(out, moodle, people, assignment, folder)
    seconds = _timed("similar", out, "--submissions", folder / "class")
    _say("fcnkit similar", f"{seconds:.1f} s")
    _interviews(out, folder / "class", people, assignment)


def _graded(assignment: Assignment, folder: Path) -> Path:
    """The example class, graded now."""
    out = folder / "examples"
    command: list[str | Path] = [FCNKIT, "grade", assignment.name[:2], f"examples/{assignment.name}", "--out", out]
    subprocess.run(command, cwd=assignment.paths.root, stdout=subprocess.DEVNULL, check=False)
    return out


def _write_pages(assignment: Assignment, out: Path) -> float:
    """Seconds for everything that `fcnkit grade` leaves."""
    title, start = assignment.config.title, time.perf_counter()
    with Gradebook(out / "gradebook.sqlite") as book:
        results: list[SubmissionResult] = []
        for result in book.latest(assignment.name):
            write_student(out, result, title)
            results.append(result)
        table = grades_csv(results, [question.id for question in assignment.config.questions], "ko")
        write_class(out, results, title, table, "ko")
        plan = LessonPlan()
        write_items(out, analyse(plan.watch(results)), title, "ko")
        practice = practice_for(assignment.course, [each.misconception.id for each in plan.lessons], "ko")
        write_reteach(out, plan, practice, title, "ko")
    return time.perf_counter() - start


def _clicks(browser: Browser, path: Path, assignment: Assignment) -> None:
    """Sort, filter and search on the class page."""
    page = browser.new_page()
    page.goto(path.as_uri())
    _say("sort by a click", _milliseconds(lambda at: _act(page, f"#table th:nth-child({1 + at % 3}) button", "click")))
    ids = [question.id for question in assignment.config.questions]
    _say("filter", _milliseconds(lambda at: _act(page, "#by-trouble", ids[at % len(ids)])))
    page.reload()
    _say("search", _milliseconds(lambda at: _act(page, "#search", ("김", "kim", "50", "")[at % 4])))
    page.close()


def _reviews(browser: Browser, out: Path, assignment: Assignment) -> None:
    """Marks that are saved at a click on the review page, one student after another."""
    with _reviewing(browser, out, assignment) as page:
        page.evaluate("texts.dataset.saved = JSON.parse(texts.textContent).saved")

        def save(at: int) -> float:
            spent = float(page.evaluate(_SAVED, [f"reason {at % 5}", at % 2]))
            page.evaluate("document.getElementById('next').click()")  # the last one of a small class stays
            return spent

        _say("saved click on the review page", _milliseconds(save))


@contextmanager
def _reviewing(browser: Browser, out: Path, assignment: Assignment) -> Iterator[Page]:
    question = assignment.config.questions[-1].id
    command: list[str | Path] = [FCNKIT, "review", out, "--question", question, "--by", "benchmark"]
    with subprocess.Popen(
        command, cwd=assignment.paths.root, stdout=subprocess.PIPE, text=True, env={"PYTHONUNBUFFERED": "1"}
    ) as server:
        lines = server.stdout or ()
        link = next(found[0] for line in lines if (found := re.search(r"http://\S+", line)))
        try:
            page, start = browser.new_page(), time.perf_counter()
            page.goto(link)
            page.locator("#main").wait_for()
            _say("review page opens", f"{time.perf_counter() - start:.1f} s")
            yield page
            page.close()
        finally:
            server.send_signal(signal.SIGINT)


def _exports(out: Path, moodle: Path, people: int, assignment: Assignment, folder: Path) -> None:
    """The platforms' own files, filled in by the command."""
    canvas, worksheet = folder / "canvas.csv", folder / "worksheet.csv"
    canvas.write_text(canvas_gradebook(people, assignment.scores.max_score), encoding="utf-8", newline="")
    worksheet.write_text(moodle_worksheet(people, assignment.scores.max_score), encoding="utf-8")
    page = next((out / "feedback").iterdir()).read_bytes()
    (moodle / "feedback").mkdir()
    with Gradebook(moodle / "gradebook.sqlite") as book:
        for result in book.latest(assignment.name):
            (moodle / "feedback" / f"{result.student}.html").write_bytes(page)
    seconds = _timed("export", out, "--to", "canvas", "--template", canvas, "--column", "7001")
    _say("export to Canvas", f"{seconds:.1f} s")
    seconds = _timed("export", moodle, "--to", "moodle", "--template", worksheet)
    _say("export to Moodle, with everybody's page", f"{seconds:.1f} s")


def _interviews(out: Path, submissions: Path, people: int, assignment: Assignment) -> None:
    with Gradebook(out / "gradebook.sqlite", is_for_reading=True) as book:
        students = [result.student for result in book.latest(assignment.name)]
    asked = students[: min(INTERVIEWED, people)]
    one = _timed("interview", out, asked[0], "--submissions", submissions)
    seconds = _timed("interview", out, *asked, "--submissions", submissions)
    all_of_them = one + (seconds - one) * (people - 1) / max(len(asked) - 1, 1)
    _say(f"fcnkit interview of {len(asked)}", f"{seconds:.1f} s; for {people} this makes {all_of_them:.0f} s")


def _timed(*arguments: str | Path) -> float:
    """Seconds of a command, which has to go well."""
    start = time.perf_counter()
    subprocess.run([FCNKIT, *arguments], cwd=Course.find().root, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def _act(page: Page, selector: str, does: str) -> float:
    return float(page.evaluate(_TIMED, [selector, does]))


def _milliseconds(act: Callable[[int], float]) -> str:
    spent = [act(at) for at in range(CLICKS)]
    return _quantiles(spent)


def _quantiles(spent: Sequence[float]) -> str:
    return f"median {statistics.median(spent):.0f} ms, p95 {statistics.quantiles(spent, n=20)[-1]:.0f} ms"


def _say(what: str, figure: str) -> None:
    print(f"{what:45} {figure}", flush=True)


if __name__ == "__main__":
    main()
