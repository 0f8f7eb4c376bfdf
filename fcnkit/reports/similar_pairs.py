"""Pairs of students whose work is alike, as the page shows them: places to look, never a verdict."""

from __future__ import annotations

from dataclasses import dataclass

from fcnkit.text import Text


@dataclass(frozen=True)
class Line:
    """A line of a student's code."""

    text: str
    is_shared: bool


@dataclass(frozen=True)
class Side:
    """One of the two."""

    label: str
    source: str
    """Where it was handed in; of earlier terms with the folder."""
    lines: tuple[Line, ...]
    """What they wrote; empty where the hand-ins were not given."""


@dataclass(frozen=True)
class SameMistake:
    """A question that both got wrong in the same checks for the same reasons."""

    question: Text
    reasons: tuple[Text, ...]
    """Names of misconceptions and relations; empty where none was found."""
    count: int
    """How many students got it wrong like that."""
    bits: float
    """The base-2 logarithm of how rare that is."""


@dataclass(frozen=True)
class Pair:
    sides: tuple[Side, Side]
    likeness: float | None
    """The common share of the code, rare parts counting more, 0 to 1; None where there is too little code to tell."""
    mistakes: tuple[SameMistake, ...]

    @property
    def bits(self) -> float:
        return sum(each.bits for each in self.mistakes)


@dataclass(frozen=True)
class Similar:
    """All that the page says."""

    pairs: tuple[Pair, ...]
    more: int
    """Pairs that are not shown."""
    people: int
    """Students of the class."""
    others: int
    """Students of earlier terms."""
    with_code: int
    """Those of both whose hand-in was read."""
    short: tuple[Text, ...]
    """Titles of questions that are too short to tell anything by their code."""
