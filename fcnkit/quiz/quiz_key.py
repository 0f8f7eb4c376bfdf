"""The answers of a quiz: what is right, and whether what a student wrote means the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fcnkit.quiz.questions import Quiz, letter
from fcnkit.terminology import Term, Terminology
from fcnkit.terminology.matcher import MAX_LENGTH, Meaning, TermMatcher
from fcnkit.text import Text
from fcnkit.unicode import normalised

NOT_TEXT = Text(
    ko="답은 따옴표로 감싼 문자열이어야 하는데 `{kind}` 값입니다.",
    en="An answer is a string in quotes, but this is a `{kind}`.",
)
OTHER_OPTION = Text(ko="쓴 답 ‘{letter}’: 맞는 기호가 아닙니다.", en="Your answer ‘{letter}’ is not the right letter.")
NO_OPTION = Text(
    ko='기호로 답하는 문제입니다. `"a"`처럼 영문 소문자 하나만 써 주세요.',
    en='This is answered with one of the letters a, b, c, …: write `"a"`, say.',
)
OTHER_TERM = Text(
    ko="쓴 답은 용어집의 ‘{term}’에 해당합니다. 문제가 묻는 용어가 아닙니다.",
    en="This means ‘{term}’ of the terminology sheet, which is not the term that is asked for.",
)
WRONG_NAME = Text(
    ko="용어집에서 틀린 이름이라고 줄을 그은 말입니다.",
    en="The terminology sheet strikes this name out as wrong.",
)
NO_TERM = Text(
    ko="용어집의 어느 용어를 가리키는지 알 수 없습니다. 용어집에 있는 이름을 하나만 써 주세요.",
    en="It is not clear which term of the terminology sheet this means. Write one term, by a name that the sheet has.",
)
NOT_IN_FULL = Text(
    ko="약자나 다른 이름이 아니라, 약자를 그대로 풀어 쓴 이름을 써 주세요.",
    en="Write the name that the letters stand for, in full: neither the abbreviation nor another name.",
)
NOT_THE_WORDS = Text(
    ko="약자의 글자가 나타내는 단어가 아니거나, 다른 말이 섞여 있습니다. 뜻은 풀이하지 말고, 용어집에 있는 이름만 써 "
    "주세요.",
    en="These are not the words that the letters stand for, or there is something else among them. Write only the "
    "name, as the terminology sheet has it, and not what it means.",
)
_LETTER = re.compile(
    r"(?:the\s+)?(?:(?:정답|답|보기|선택지|기호|answer|option|choice)(?:은|는|이)?(?:\s+is)?)?\W*(\w)\W*번?\W*(?:입니다|이다|이에요|예요|이요|요|임)?\W*"
)
"""A letter alone, or as Korean students write it: “a번”, “답: a”, “정답은 (a)입니다”."""


def right_answers(quiz: Quiz, terminology: Terminology) -> dict[str, str]:
    """What is right under each key: an option's letter, a term's label, or its English name in full."""
    return dict(_right_answers(quiz, terminology))


def _right_answers(quiz: Quiz, terminology: Terminology) -> Iterator[tuple[str, str]]:
    for choice in quiz.choices:
        yield choice.key, letter(choice.options.index(choice.term))
    for writing in quiz.writings:
        term = terminology[writing.term]
        yield writing.key, term.name.en if writing.shows == "abbreviation" else term.label
    for key, asked in zip(quiz.matching.keys, quiz.matching.terms, strict=True):
        yield key, letter(quiz.matching.definitions.index(asked))


class Comparison:
    """`compare(got, expected)` for the examiner: None where both mean the same, else what is wrong with `got`."""

    def __init__(self, terminology: Terminology) -> None:
        self._judge = TermMatcher(terminology)

    def __call__(self, got: object, expected: object) -> Text | None:
        if not isinstance(got, str) or not isinstance(expected, str):
            return NOT_TEXT.format(kind=type(got).__name__)
        if len(expected) == 1:
            return self._letters(got, expected)
        return self._terms(got, expected)

    def believed(self, got: object, expected: object) -> Text | None:
        """Likewise, for what a misconception leads to: it also shows in an answer that names the right term, too.

        “FCN (fully connected network)” takes the one for the other.
        """
        if isinstance(got, str) and isinstance(expected, str) and len(expected) > 1:
            led_to = self._judge.read(expected)
            if led_to is not None and any(each is led_to for each in self._judge.read_each(got)):
                return None
        return self(got, expected)

    def _letters(self, got: str, expected: str) -> Text | None:
        chosen = letter_in(got)
        if chosen is None:
            return NO_OPTION
        return None if chosen == expected else OTHER_OPTION.format(letter=chosen)

    def _terms(self, got: str, expected: str) -> Text | None:
        found, right = self._judge.read(got), self._judge.read(expected)
        in_full = (
            right
            if isinstance(right, Term) and right.is_abbreviation and self._judge.is_spelt_out(expected, right)
            else None
        )
        if found is not right:
            return NOT_THE_WORDS if in_full and found is None else _taken_for(found)
        if in_full:
            return None if self._judge.is_spelt_out(got, in_full) else NOT_IN_FULL
        return None if found else NO_TERM


def letter_in(answer: str) -> str | None:
    """The one Latin letter that an answer consists of, whatever stands around it."""
    found = _LETTER.fullmatch(normalised("NFKC", answer[:MAX_LENGTH]).casefold())
    return found[1] if found and found[1].isascii() and found[1].isalpha() else None


def _taken_for(found: Meaning | None) -> Text:
    """What is said of an answer that means something else than what is asked for."""
    if isinstance(found, Term):
        return OTHER_TERM.format(term=found.title)
    return NO_TERM if found is None else WRONG_NAME
