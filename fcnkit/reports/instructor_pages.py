"""Renders instructors' pages: self-contained HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fcnkit.grading.own_code import OwnQuestion
from fcnkit.reports.item_advice import advice
from fcnkit.reports.item_analysis import FEWEST, ItemAnalysis
from fcnkit.reports.lessons import LessonPlan
from fcnkit.reports.similar_pairs import Similar
from fcnkit.reports.term_overview import FEW, Term
from fcnkit.text import Lang, Text

STEP = 16
"""Between two assignments of the term, in the units of the drawing, which is 24 high."""


def interview_page(student: str, questions: Sequence[OwnQuestion], assignment_title: Text, lang: Lang) -> str:
    """Questions on a student's own code, to be printed: the questions first, the keys on a page of their own."""
    return _render("interview", lang, "interview.css", student=student, questions=questions, title=assignment_title)


def items_page(analysis: ItemAnalysis, assignment_title: Text, lang: Lang) -> str:
    """The item analysis, about every question and hidden check."""
    told = {item.id: advice(item) if analysis.is_enough else () for item in analysis.items}
    return _render("items", lang, analysis=analysis, advice=told, fewest=FEWEST, title=assignment_title)


def reteach_page(plan: LessonPlan, items: Mapping[str, Sequence[str]], assignment_title: Text, lang: Lang) -> str:
    """What to teach again, to be projected; `items` are practice items as HTML, by the misconceptions' ids."""
    return _render("reteach", lang, "reteach.css", plan=plan, items=items, title=assignment_title)


def similar_page(similar: Similar, title: Text, lang: Lang) -> str:
    """Pairs that are alike, for the instructor alone."""
    return _render("similar", lang, "similar.css", similar=similar, title=title)


def term_page(term: Term, course: Text, lang: Lang) -> str:
    """All assignments of a term; its links lead to the graded folders beside it."""
    numbers = {each.id: number for number, (each, _, _) in enumerate(term.misconceptions)}
    drawn: dict[str, Any] = {"numbers": numbers, "course_of": _points, "step": STEP}
    return _render("term", lang, "class.css", script="class.js", term=term, title=course, few=FEW, **drawn)


def _render(template: str, lang: Lang, sheet: str = "", **context: Any) -> str:
    from fcnkit.reports.jinja_environment import render  # noqa: PLC0415  # Jinja only when a page is written

    return render(f"{template}.html.j2", lang, sheet=sheet, **context)


def _points(shares: Sequence[float | None]) -> tuple[list[str], list[tuple[float, float]]]:
    """A small drawing of a student's course: lines between marks that follow each other, and a dot for each."""
    dots = [(4.0 + STEP * at, 20 - 16 * share) for at, share in enumerate(shares) if share is not None]
    lines, run = [], list[str]()
    for at, share in enumerate([*shares, None]):
        if share is not None:
            run.append(f"{4 + STEP * at:g},{20 - 16 * share:.1f}")
            continue
        lines += [" ".join(run)] if len(run) > 1 else []
        run = []
    return lines, dots
