"""Renders the class page for instructors."""

from __future__ import annotations

from collections.abc import Sequence

from fcnkit.grading.results import SubmissionResult
from fcnkit.reports.statistics import summarise
from fcnkit.text import Lang, Text


def class_page(results: Sequence[SubmissionResult], assignment_title: Text, lang: Lang) -> str:
    """A self-contained HTML page about the whole class; its links lead to `feedback/STUDENT.html`."""
    from fcnkit.reports.jinja_environment import render  # noqa: PLC0415  # Jinja only when a page is written

    return render("class.html.j2", lang, summary=summarise(results), title=assignment_title)
