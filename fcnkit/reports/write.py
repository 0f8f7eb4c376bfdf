"""Writes what `fcnkit grade --out DIR` leaves for people and learning platforms. Removes none of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from fcnkit.grading.own_code import OwnQuestion
from fcnkit.grading.results import SubmissionResult
from fcnkit.reports.class_page import class_page
from fcnkit.reports.feedback import feedback_page
from fcnkit.reports.gradescope import results_json
from fcnkit.reports.instructor_pages import interview_page, items_page, reteach_page, similar_page, term_page
from fcnkit.reports.item_analysis import ItemAnalysis
from fcnkit.reports.lessons import LessonPlan
from fcnkit.reports.similar_pairs import Similar
from fcnkit.reports.term_overview import Term
from fcnkit.text import Lang, Text
from fcnkit.whole_file import remove_unfinished, write_file

_OF_A_CLASS = ("base", "parts", "feedback", "question", "example", "class", "histogram", "items", "reteach")


def prepare_pages() -> None:
    """Make ready what the pages of a class are written with: it takes as long as some pages."""
    from fcnkit.reports.jinja_environment import compile_templates  # noqa: PLC0415  # Jinja only for pages

    compile_templates(f"{name}.html.j2" for name in _OF_A_CLASS)


def write_student(out: Path, result: SubmissionResult, title: Text, told: SubmissionResult | None = None) -> None:
    """`results/STUDENT.json` and `feedback/STUDENT.html`, in the submission's language.

    The first is for records. The second is for the student: of `told`, where that is less than all.
    """
    data = json.dumps(results_json(result), ensure_ascii=False, indent=2)
    write_file(out / "results" / f"{result.student}.json", f"{data}\n")
    write_file(out / "feedback" / f"{result.student}.html", feedback_page(told or result, title))


def write_class(
    out: Path, results: Sequence[SubmissionResult], title: Text, table: str, lang: Lang, *, is_on_paper: bool = False
) -> None:
    """`grades.csv`, which is `table`, and `index.html` in the instructor's language."""
    write_file(out / "grades.csv", table)
    write_file(out / "index.html", class_page(results, title, lang, is_on_paper=is_on_paper))
    remove_unfinished(out)


def write_items(out: Path, analysis: ItemAnalysis, title: Text, lang: Lang) -> None:
    """`items.html`, in the instructor's language."""
    write_file(out / "items.html", items_page(analysis, title, lang))


def write_reteach(out: Path, plan: LessonPlan, practice: Mapping[str, Sequence[str]], title: Text, lang: Lang) -> None:
    """`reteach.html`, likewise."""
    write_file(out / "reteach.html", reteach_page(plan, practice, title, lang))


def page_at(out: Path, name: str) -> Path:
    """Where a page goes: the file that `out` names, or else the page called `name` in that folder."""
    return out if out.suffix.lower() in (".html", ".htm") else out / name


def write_term(path: Path, term: Term, course: Text, lang: Lang) -> None:
    """The page over all assignments."""
    write_file(path, term_page(term, course, lang))


def write_similar(path: Path, similar: Similar, title: Text, lang: Lang) -> None:
    """The page of pairs that are alike, for the instructor alone."""
    write_file(path, similar_page(similar, title, lang))


def write_interview(path: Path, student: str, questions: Sequence[OwnQuestion], title: Text, lang: Lang) -> None:
    """The page of questions on a student's own code."""
    write_file(path, interview_page(student, questions, title, lang))
