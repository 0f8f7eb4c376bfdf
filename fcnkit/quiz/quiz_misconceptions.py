"""The sheet's confusions as misconceptions: each pair of terms, and each wrong name, is a wrong answer with a name."""

from __future__ import annotations

from collections.abc import Iterator

from fcnkit.misconception import Misconception
from fcnkit.quiz.questions import Quiz, letter
from fcnkit.quiz.quiz_key import letter_in
from fcnkit.terminology import Term, Terminology, WrongName
from fcnkit.text import Text

VARIABLE = "answers"
"""What students write their answers into."""
MIXED_UP = Text(ko="{one} / {other} 혼동", en="{one} and {other} mixed up")
WRONG_NAME = Text(ko="{term}의 틀린 이름", en="A wrong name for {term}")
CHOSE_TERM = Text(
    ko="고른 용어는 ‘{term}’인데, 설명은 다른 용어의 것입니다.",
    en="You chose ‘{term}’, but the description is that of another term.",
)
CHOSE_DEFINITION = Text(
    ko="고른 설명은 ‘{term}’의 설명이고, 물은 것은 다른 용어입니다.",
    en="The description that you chose is that of ‘{term}’, and another term is asked for.",
)


def misconceptions(quiz: Quiz, terminology: Terminology) -> tuple[Misconception, ...]:
    """All of the sheet's, in its order, each with the wrong answers that it leads to in this quiz.

    Misconceptions this quiz cannot trigger have empty `answers`.
    """
    return (*_mixed_up(quiz, terminology), *_wrong_names(quiz, terminology))


def what_was_chosen(quiz: Quiz, terminology: Terminology, key: str, answer: object) -> Text | None:
    """Which term a wrong answer of the first part took for the one that is asked for; None where there is none.

    In the part where pairs are matched it would tell the answer to another question.
    """
    asked = next((choice for choice in quiz.choices if choice.key == key), None)
    chosen = letter_in(answer) if isinstance(answer, str) else None
    if asked is None or chosen is None:
        return None
    options = {letter(place): terminology[term] for place, term in enumerate(asked.options)}
    if chosen not in options or options[chosen].id == asked.term:
        return None
    return (CHOSE_TERM if asked.shows == "definition" else CHOSE_DEFINITION).format(term=options[chosen].title)


def _mixed_up(quiz: Quiz, terminology: Terminology) -> Iterator[Misconception]:
    seen: set[frozenset[str]] = set()
    for term in terminology:
        for other_id, why in terminology.confused_with(term).items():
            pair, other = frozenset((term.id, other_id)), terminology[other_id]
            if pair in seen:
                continue
            seen.add(pair)
            yield Misconception(
                id=terminology.mix_up_id(term, other),
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
