"""What is said of a question whose marks a person has corrected."""

from __future__ import annotations

from fcnkit.grading.results import QuestionResult
from fcnkit.reports.number_format import plain
from fcnkit.reports.phrases import phrase
from fcnkit.text import Lang


def corrected(question: QuestionResult, lang: Lang) -> str | None:
    """What a student reads above the reason."""
    is_same = question.correction is not None and question.correction.points == question.automatic
    return _said("confirmed" if is_same else "corrected", question, lang)


def corrected_note(question: QuestionResult, lang: Lang) -> str | None:
    """What `corrected` says, short enough for a table and with the reason."""
    return _said("corrected_note", question, lang)


def _said(key: str, question: QuestionResult, lang: Lang) -> str | None:
    if question.correction is None:
        return None
    marks = {"automatic": plain(question.automatic or 0), "points": plain(question.correction.points)}
    return phrase(key, lang, id=question.id, reason=question.correction.comment, **marks)
