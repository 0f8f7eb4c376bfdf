"""What the checks said of an answer, as plain text."""

from __future__ import annotations

from fcnkit.grading.results import QuestionResult
from fcnkit.reports.number_format import plain
from fcnkit.reports.phrases import phrase
from fcnkit.text import Lang


def checks_text(question: QuestionResult, lang: Lang) -> str:
    """A line for each check: how it ended, its title, its points and why."""
    said = []
    for check in question.checks:
        why = f" – {check.message[lang]}" if check.message else ""
        said.append(f"[{phrase(check.outcome.value, lang)}] {check.title[lang]} ({plain(check.points)}){why}")
    return "\n".join(said)
