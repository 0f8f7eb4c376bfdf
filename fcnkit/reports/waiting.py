"""What is said, once, of all the questions of somebody that wait for a person's marks."""

from __future__ import annotations

from fcnkit.grading.results import SubmissionResult
from fcnkit.reports.number_format import plain
from fcnkit.reports.phrases import phrase
from fcnkit.text import Lang


def waiting(result: SubmissionResult, lang: Lang) -> str | None:
    """What the student reads; None where nothing waits."""
    return _told("waits_long", result, lang)


def waiting_note(result: SubmissionResult, lang: Lang) -> str | None:
    """What `waiting` says, short enough for a table."""
    return _told("waits", result, lang)


def _told(key: str, result: SubmissionResult, lang: Lang) -> str | None:
    worth = [phrase("question_worth", lang, id=each.id, points=plain(each.max_score)) for each in result.unreviewed]
    return phrase(key, lang, questions=", ".join(worth)) if worth else None
