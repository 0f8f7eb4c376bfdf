"""Renders a student's feedback page."""

from __future__ import annotations

from fcnkit.grading.results import Outcome, Status, SubmissionResult
from fcnkit.text import Text


def feedback_page(result: SubmissionResult, assignment_title: Text, *, with_key: bool = False) -> str:
    """A self-contained HTML page about one submission, in the submission's language.

    `with_key`: with the right answers of a quiz, which are for after the deadline.
    """
    from fcnkit.reports.jinja_environment import render  # noqa: PLC0415  # Jinja only when a page is written

    if result.status is not Status.GRADED:
        return render("no_marks.html.j2", result.lang, result=result, title=assignment_title)
    intro = _intro(result)
    return render(
        "feedback.html.j2", result.lang, result=result, title=assignment_title, intro=intro, with_key=with_key
    )


def _intro(result: SubmissionResult) -> str:
    """Which greeting fits; a key of the catalogue."""
    outcomes = {question.outcome for question in result.questions} - {Outcome.UNREVIEWED}
    if outcomes <= {Outcome.PASSED}:
        return "intro_full"
    return "intro_none" if outcomes == {Outcome.UNATTEMPTED} else "intro_some"
