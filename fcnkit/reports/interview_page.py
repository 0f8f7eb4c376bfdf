"""Renders the page of questions on a student's own code: the questions first, the keys on a page of their own."""

from __future__ import annotations

from collections.abc import Sequence

from fcnkit.grading.own_code import OwnQuestion
from fcnkit.text import Lang, Text


def interview_page(student: str, questions: Sequence[OwnQuestion], assignment_title: Text, lang: Lang) -> str:
    """A self-contained HTML page, to be printed."""
    from fcnkit.reports.jinja_environment import render  # noqa: PLC0415  # Jinja only when a page is written

    return render(
        "interview.html.j2", lang, sheet="interview.css", student=student, questions=questions, title=assignment_title
    )
