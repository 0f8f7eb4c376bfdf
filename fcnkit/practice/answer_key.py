"""What is right and what well-known mistakes give, gap by gap, as notebooks and pages compare answers with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fcnkit.practice import markup
from fcnkit.practice.answers import Answer, Blank, Choice, Explanation, FillIn, Matching, Option
from fcnkit.practice.item_texts import LETTERS
from fcnkit.practice.values import Value, format_value, gap_values, is_grid, untranslated
from fcnkit.practice.writers.self_check import spelled
from fcnkit.text import LANGS, Text


@dataclass(frozen=True)
class Mistake:
    """What is given in all gaps (`place` is None), or in one of them, by who makes a mistake."""

    place: int | None
    given: tuple[Any, ...]
    why: Text


@dataclass(frozen=True)
class AnswerKey:
    """The answers to each gap, as they are written, and the mistakes; a choice is a gap for a letter."""

    gaps: tuple[tuple[str, ...], ...]
    names: tuple[Text, ...]
    """What each of several gaps is called."""
    mistakes: tuple[Mistake, ...]


def answer_key(answer: Answer) -> AnswerKey:
    """The key to an answer; an explanation is a gap for which nothing is known to be right."""
    match answer:
        case Explanation():
            return AnswerKey(((),), (), ())
        case Choice():
            return _of_choice(answer)
        case Matching():
            gaps = tuple((LETTERS[place],) for place in answer.correct)
            mistakes = (
                Mistake(place, (LETTERS[option],), each.why) for each in answer.mix_ups for place, option in each.pairs
            )
            return AnswerKey(gaps, tuple(untranslated(str(n)) for n in range(1, len(gaps) + 1)), tuple(mistakes))
        case FillIn():
            return AnswerKey(
                tuple(map(_numbered, answer.blanks)),
                tuple(each.label for each in answer.blanks),
                tuple(Mistake(None, tuple(_parts(each.value, answer)), each.why) for each in answer.distractors),
            )


def _of_choice(choice: Choice) -> AnswerKey:
    written = [_written(letter, each, choice) for letter, each in zip(LETTERS, choice.options, strict=False)]
    mistakes = (
        Mistake(None, (text,), each.why)
        for texts, each in zip(written, choice.options, strict=True)
        for text in texts
        if each.why
    )
    return AnswerKey((written[choice.correct],), (), tuple(mistakes))


def _written(letter: str, option: Option, choice: Choice) -> tuple[str, ...]:
    """How an option may be given: by its letter, or, where no option could be taken for one, by what it says."""
    texts = [markup.plain(format_value(each.value)[lang]) for each in choice.options for lang in LANGS]
    if any(spelled(text) in map(str.casefold, LETTERS) for text in texts) or is_grid(option.value):
        return (letter,)
    return (letter, *dict.fromkeys(markup.plain(format_value(option.value)[lang]) for lang in LANGS))


def _numbered(blank: Blank) -> tuple[str, ...]:
    """What is accepted, large numbers with their commas, too."""
    commas = (f"{blank.value:,}",) if isinstance(blank.value, int) and abs(blank.value) >= 1000 else ()
    return (*blank.accepted, *commas)


def _parts(value: Value, answer: FillIn) -> Iterator[Any]:
    """What a mistake's value would write into each gap."""
    in_gaps = gap_values(value, answer.columns) if len(answer.blanks) > 1 else (value,)
    for part in in_gaps:
        yield part if isinstance(part, int | float | tuple) else markup.plain(format_value(part)["en"])
