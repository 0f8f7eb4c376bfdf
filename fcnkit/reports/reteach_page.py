"""Renders the page with what to teach again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fcnkit.reports.lessons import LessonPlan
from fcnkit.text import Lang, Text


def reteach_page(plan: LessonPlan, items: Mapping[str, Sequence[str]], assignment_title: Text, lang: Lang) -> str:
    """A self-contained HTML page to be projected; `items` are practice items as HTML, by the misconceptions' ids."""
    from fcnkit.reports.jinja_environment import render  # noqa: PLC0415  # Jinja only when a page is written

    return render("reteach.html.j2", lang, sheet="reteach.css", plan=plan, items=items, title=assignment_title)
