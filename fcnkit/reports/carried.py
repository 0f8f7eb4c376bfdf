"""What is said of a question that does not lose the marks of a mistake in earlier ones."""

from __future__ import annotations

from collections.abc import Sequence

from fcnkit.grading.results import QuestionResult
from fcnkit.reports.number_format import plain
from fcnkit.reports.phrases import phrase
from fcnkit.text import Lang, Text

AND = Text(ko=", ", en=" and ")


def carried(question: QuestionResult, lang: Lang) -> str | None:
    """What a student reads where a mistake in earlier questions does not cost the marks of this one."""
    if question.carried is None:
        return None
    numbers = [id.removeprefix("q") for id in question.carried.questions]
    return phrase(
        "carried_one" if len(numbers) == 1 else "carried_several",
        lang,
        numbers=_listed(numbers, lang),
        first=plain(question.carried.score),
        score=plain(question.score or 0),
    )


def carried_note(question: QuestionResult, lang: Lang) -> str | None:
    """What `carried` says, short enough for a table."""
    if question.carried is None:
        return None
    return phrase(
        "carried_note",
        lang,
        id=question.id,
        others=_listed(question.carried.questions, lang),
        first=plain(question.carried.score),
        score=plain(question.score or 0),
    )


def _listed(parts: Sequence[str], lang: Lang) -> str:
    return AND[lang].join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
