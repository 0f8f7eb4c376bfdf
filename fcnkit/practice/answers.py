"""What a problem asks for: one of several options, gaps to fill in, pairs, or an explanation; and likely mistakes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from fcnkit.practice.criteria import Criterion
from fcnkit.practice.document_blocks import Block
from fcnkit.practice.values import Value, format_list, format_value
from fcnkit.text import Text


@dataclass(frozen=True)
class Distractor:
    """A wrong answer and what leads to it. `id` is that of a hidden suite's misconception where it comes from one.

    Where several lead to the same answer, only the `likely` one is told, or none: nobody can say which it was.
    """

    id: str
    value: Value
    why: Text
    likely: bool = False


def distractor(id: str, value: Value, *, ko: str, en: str, likely: bool = False) -> Distractor:
    """A mistake that no hidden suite knows."""
    return Distractor(id, value, Text(ko=ko, en=en), likely)


def misconception(id: str, said: Text, *, ko: str, en: str) -> Distractor:
    """What somebody writes who holds a misconception, and what is wrong with it."""
    return Distractor(id, said, Text(ko=ko, en=en))


@dataclass(frozen=True)
class Option:
    """One of the answers to choose from; `why` says what leads to a wrong one, and is None for the right one."""

    value: Value
    content: Block
    why: Text | None


@dataclass(frozen=True)
class Choice:
    """Exactly one option is right. They are in the order in which every format shows them."""

    options: tuple[Option, ...]

    @property
    def correct(self) -> int:
        """The right option's index."""
        (index,) = (index for index, option in enumerate(self.options) if option.why is None)
        return index


@dataclass(frozen=True)
class Blank:
    """A gap to be filled in. Any of `accepted` is right, in either language; case, spaces and hyphens do not count."""

    label: Text
    value: Value
    accepted: tuple[str, ...]

    @property
    def formatted(self) -> Text:
        """The answer as the key shows it."""
        return format_value(self.value)


@dataclass(frozen=True)
class FillIn:
    """Gaps, one below the other, or in rows of `columns` cells where that is not 0.

    A mistake's value has one part for each of several blanks; into a single one, anything can be written.
    """

    blanks: tuple[Blank, ...]
    columns: int = 0
    distractors: tuple[Distractor, ...] = ()

    def format_filled(self, value: Value) -> Text:
        """What the gaps hold when they are filled in with the parts of a value."""
        if self.columns or len(self.blanks) == 1 or not isinstance(value, tuple):
            return format_value(value)
        return format_list(value)


@dataclass(frozen=True)
class MixUp:
    """Wrong pairs of a prompt and an option, both by their indices, and the one reason against all of them."""

    pairs: tuple[tuple[int, int], ...]
    why: Text


@dataclass(frozen=True)
class Matching:
    """Each prompt goes with one option, and no option with two; what is left over goes with none.

    Both are in the order in which every format shows them: prompts have numbers, options letters.
    """

    prompts: tuple[Text, ...]
    options: tuple[Text, ...]
    correct: tuple[int, ...]
    """Each prompt's option, by its index."""
    mix_ups: tuple[MixUp, ...] = ()
    """The likely ones."""

    @property
    def matched(self) -> tuple[Text, ...]:
        """Each prompt's option."""
        return tuple(self.options[place] for place in self.correct)


@dataclass(frozen=True)
class Explanation:
    """A few sentences, marked by criteria; the problem's solution is the model answer.

    The criteria are the same in all draws, so that a class is marked by one rubric.
    """

    criteria: tuple[Criterion, ...]
    misconceptions: tuple[Distractor, ...] = ()
    """Each with what its holders write."""
    facts: tuple[Value, ...] = ()
    """What the model answer says that can be computed."""


Answer: TypeAlias = Choice | FillIn | Matching | Explanation
