"""Renders the class page for instructors."""

from __future__ import annotations

from collections.abc import Sequence

from fcnkit.grading.results import SubmissionResult
from fcnkit.reports.statistics import summarise
from fcnkit.text import Lang, Text


def class_page(
    results: Sequence[SubmissionResult], assignment_title: Text, lang: Lang, *, is_on_paper: bool = False
) -> str:
    """A self-contained HTML page about the whole class; its links lead to `feedback/STUDENT.html`.

    An exam on paper has neither a sheet of reviews nor a page on what to teach again.
    """
    from fcnkit.reports.jinja_environment import render  # noqa: PLC0415  # Jinja only when a page is written

    summary = summarise(results)
    explained = (*summary.misconceptions, *summary.relations)
    held: dict[str, str] = {}
    for number, row in enumerate(explained):
        for student in row.students:
            held[student] = f"{held.get(student, '')} m{number}"
    return render(
        "class.html.j2",
        lang,
        sheet="class.css",
        script="class.js",
        summary=summary,
        explained=explained,
        held=held,
        title=assignment_title,
        is_on_paper=is_on_paper,
    )
