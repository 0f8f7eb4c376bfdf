"""Renders the page over all assignments of a term."""

from __future__ import annotations

from collections.abc import Sequence

from fcnkit.reports.term_overview import FEW, Term
from fcnkit.text import Lang, Text

STEP = 16
"""Between two assignments, in the units of the drawing, which is 24 high."""


def term_page(term: Term, course: Text, lang: Lang) -> str:
    """A self-contained HTML page; its links lead to the graded folders beside it."""
    from fcnkit.reports.jinja_environment import render  # noqa: PLC0415  # Jinja only when a page is written

    numbers = {each.id: number for number, (each, _, _) in enumerate(term.misconceptions)}
    return render(
        "term.html.j2",
        lang,
        sheet="class.css",
        script="class.js",
        term=term,
        title=course,
        few=FEW,
        numbers=numbers,
        course_of=_points,
        step=STEP,
    )


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
