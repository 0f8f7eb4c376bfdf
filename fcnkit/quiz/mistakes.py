"""The sheet's confusions as misconceptions: each pair of terms, and each wrong name, is a wrong answer with a name."""

from __future__ import annotations

from collections.abc import Iterator

from fcnkit.misconception import Misconception
from fcnkit.quiz.questions import Quiz, letter
from fcnkit.terminology import Term, Terminology, WrongName
from fcnkit.text import Text

VARIABLE = "answers"
"""What students write their answers into."""
MIXED_UP = Text(ko="{one} / {other} 혼동", en="{one} and {other} mixed up")
WRONG_NAME = Text(ko="{term}의 틀린 이름", en="A wrong name for {term}")


def misconceptions(quiz: Quiz, terminology: Terminology) -> tuple[Misconception, ...]:
    """All of the sheet's, in its order, each with the wrong answers that it leads to in this quiz.

    One that the quiz gives no occasion for has no answers.
    """
    return (*_mixed_up(quiz, terminology), *_wrong_names(quiz, terminology))


def _mixed_up(quiz: Quiz, terminology: Terminology) -> Iterator[Misconception]:
    seen: set[frozenset[str]] = set()
    for term in terminology:
        for other_id, why in terminology.confused_with(term).items():
            pair, other = frozenset((term.id, other_id)), terminology[other_id]
            if pair in seen:
                continue
            seen.add(pair)
            yield Misconception(
                id=f"{term.id}-or-{other.id}",
                name=MIXED_UP.format(one=term.short, other=other.short),
                text=why,
                answers=_filled_in({**_taken_for(quiz, term, other), **_taken_for(quiz, other, term)}),
            )


def _taken_for(quiz: Quiz, right: Term, wrong: Term) -> dict[str, str]:
    """Where `right` is asked and can be answered with `wrong`: the key and that answer."""
    answers = {}
    for choice in quiz.choices:
        if choice.term == right.id and wrong.id in choice.options:
            answers[choice.key] = letter(choice.options.index(wrong.id))
    for writing in quiz.writings:
        if writing.term == right.id:
            answers[writing.key] = wrong.label
    matching = quiz.matching
    for key, term in zip(matching.keys, matching.terms, strict=True):
        if term == right.id and wrong.id in matching.definitions:
            answers[key] = letter(matching.definitions.index(wrong.id))
    return answers


def _wrong_names(quiz: Quiz, terminology: Terminology) -> Iterator[Misconception]:
    for term in terminology:
        for number, wrong in enumerate(term.wrong_names):
            yield Misconception(
                id=f"{term.id}-misnamed" + (f"-{number + 1}" if number else ""),
                name=WRONG_NAME.format(term=term.short),
                text=wrong.why,
                answers=_filled_in(_named(quiz, term, wrong)),
            )


def _named(quiz: Quiz, term: Term, wrong: WrongName) -> dict[str, str]:
    return {writing.key: wrong.names[0] for writing in quiz.writings if writing.term == term.id}


def _filled_in(wrong: dict[str, str]) -> dict[str, dict[str, str]]:
    return {VARIABLE: wrong} if wrong else {}
