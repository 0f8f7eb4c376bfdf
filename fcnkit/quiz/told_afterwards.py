"""What pages may tell of a quiz once the deadline has passed: each question, the student's answer, the right one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fcnkit.quiz.questions import Quiz, letter
from fcnkit.quiz.quiz_key import letter_in
from fcnkit.quiz.render import asked
from fcnkit.terminology import Terminology
from fcnkit.text import Text, same
from fcnkit.unicode import printable

MOST_LETTERS = 100
"""Letters of a student's answer."""
KEY = Text(
    ko="문제: {asked}\n내 답: {given}\n정답: {right}",
    en="Question: {asked}\nYour answer: {given}\nRight answer: {right}",
)
NO_ANSWER = Text(ko="(없음)", en="(none)")
OPTION = Text(ko="{letter} – {text}", en="{letter} – {text}")


class AnswerKey:
    """The key of one draw of the quiz, in words."""

    def __init__(self, quiz: Quiz, terminology: Terminology) -> None:
        self._asked = asked(quiz, terminology)
        self._options: dict[str, dict[str, Text]] = {}
        self._right: dict[str, Text] = {}
        for choice in quiz.choices:
            terms = [terminology[term] for term in choice.options]
            texts = [term.title if choice.shows == "definition" else term.definition for term in terms]
            self._add_letters(choice.key, texts, choice.options.index(choice.term))
        for writing in quiz.writings:
            term = terminology[writing.term]
            self._right[writing.key] = same(term.name.en) if writing.shows == "abbreviation" else term.title
        definitions = [terminology[term].definition for term in quiz.matching.definitions]
        for key, wanted in zip(quiz.matching.keys, quiz.matching.terms, strict=True):
            self._add_letters(key, definitions, quiz.matching.definitions.index(wanted))

    def _add_letters(self, key: str, texts: Sequence[Text], right: int) -> None:
        self._options[key] = {letter(place): text for place, text in enumerate(texts)}
        self._right[key] = OPTION.format(letter=letter(right), text=texts[right])

    def text(self, key: str, answers: object) -> Text:
        """What is told of one question; `answers` is what the student's variable holds, whatever that is."""
        given = answers.get(key) if isinstance(answers, Mapping) else None
        return KEY.format(asked=self._asked[key], given=self._given(key, given), right=self._right[key])

    def _given(self, key: str, answer: object) -> Text:
        if answer is None or answer is Ellipsis or answer == "":
            return NO_ANSWER
        if not isinstance(answer, str):
            return same(printable(type(answer).__name__))
        chosen = letter_in(answer) if key in self._options else None
        if chosen is not None and chosen in self._options[key]:
            return OPTION.format(letter=chosen, text=self._options[key][chosen])
        shown = printable(answer[:MOST_LETTERS]) + ("…" if len(answer) > MOST_LETTERS else "")
        return same(shown) if shown.strip() else NO_ANSWER
