"""One draw of the quiz: which terms it asks, how, and in which order.

Terms go by their ids; the sheet has their texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from string import ascii_lowercase
from typing import Literal

from pydantic import BaseModel, ConfigDict


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Choice(_Part):
    """Choose the right one of several options."""

    key: str
    """Where the answer goes: `answers["1.1"]`."""
    term: str
    """The term that is right."""
    options: tuple[str, ...]
    """Terms in the order shown, the right one among them; answered with a letter."""
    shows: Literal["definition", "term"]
    """What is given; the options are of the other kind."""


class Writing(_Part):
    """Write a term down."""

    key: str
    term: str
    shows: Literal["definition", "abbreviation"]
    """The term from its definition, or the name in full from its abbreviation."""


class Matching(_Part):
    """Find each term's definition."""

    keys: tuple[str, ...]
    terms: tuple[str, ...]
    """The term asked under each key."""
    definitions: tuple[str, ...]
    """The same terms in the order in which their definitions are shown; answered with a letter."""


class Quiz(_Part):
    """A whole quiz in three parts."""

    choices: tuple[Choice, ...]
    writings: tuple[Writing, ...]
    matching: Matching

    def right_terms(self) -> Iterator[tuple[str, str]]:
        """Each key with the term that is right there."""
        single: chain[Choice | Writing] = chain(self.choices, self.writings)
        yield from ((question.key, question.term) for question in single)
        yield from zip(self.matching.keys, self.matching.terms, strict=True)

    def terms(self) -> set[str]:
        """All terms that it shows in any way."""
        options = chain.from_iterable(choice.options for choice in self.choices)
        return {*options, *(term for _, term in self.right_terms())}


def letter(place: int) -> str:
    """What an option is called: a, b, c, …"""
    return ascii_lowercase[place]
