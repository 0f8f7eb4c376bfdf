"""Changes that turn a right answer, or a part of one, into the wrong one that came."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fcnkit.text import Text


@dataclass(frozen=True)
class Change:
    """`make` raises ValueError, or whatever Python raises, for a value that it does not fit."""

    id: str
    name: Text
    """A few words, for the class report."""
    text: Text
    """What is said after the place in the answer."""
    make: Callable[[Any], Any]


def change(id: str, make: Callable[[Any], Any], *said: str) -> Change:
    """A change and what is said of it: a name in Korean and in English, then the sentence in both."""
    ko_name, en_name, ko, en = said
    return Change(id, Text(ko=ko_name, en=en_name), Text(ko=ko, en=en), make)
