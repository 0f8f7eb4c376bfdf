"""What can be seen of an option without reading the question, and whether it tells which one is right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_PART = re.compile(r"\w+|[^\w\s]")

Property = Callable[[str, Sequence[str]], float]
"""A property of an option's text, compared with those of the others."""


def _numbers(text: str) -> list[float]:
    return [float(each.replace(",", "")) for each in _NUMBER.findall(text.replace("−", "-"))]


def _shared(text: str, other: str) -> int:
    return len({*_PART.findall(text)} & {*_PART.findall(other)})


def _share(text: str, other: str) -> float:
    return _shared(text, other) / len({*_PART.findall(text)} | {*_PART.findall(other)})


def _same_places(text: str, other: str) -> int:
    return sum(a == b for a, b in zip(_PART.findall(text), _PART.findall(other), strict=False))


PROPERTIES: dict[str, Property] = {
    "first number": lambda text, _: (_numbers(text) or [0])[0],
    "last number": lambda text, _: (_numbers(text) or [0])[-1],
    "sum of numbers": lambda text, _: sum(_numbers(text)),
    "largest number": lambda text, _: max(_numbers(text), default=0),
    "how many numbers": lambda text, _: len(_numbers(text)),
    "how many different numbers": lambda text, _: len(set(_numbers(text))),
    "length": lambda text, _: len(text),
    "words": lambda text, _: len(text.split()),
    "punctuation": lambda text, _: len(re.findall(r"[^\w\s]", text)),
    "parts shared": lambda text, others: sum(_shared(text, other) for other in others),
    "share of parts shared": lambda text, others: sum(_share(text, other) for other in others),
    "places shared": lambda text, others: sum(_same_places(text, other) for other in others),
    "alphabet": lambda text, others: sum(text > other for other in others),
}


def places(options: Sequence[str], name: str) -> Iterator[frozenset[int]]:
    """For each place by a property, the smallest value first, the options that take it: several where it is alike."""
    value = [PROPERTIES[name](text, [*options[:at], *options[at + 1 :]]) for at, text in enumerate(options)]
    for wanted in sorted(value):
        yield frozenset(at for at, each in enumerate(value) if each == wanted)


def best_cue(asked: Sequence[tuple[Sequence[str], int]]) -> tuple[float, str, int]:
    """The share of questions, given as options and the right one's index, that the best cue gets right.

    With the cue: a property, or "position", and the place that the right option takes by it. Where a cue leaves several
    options, one of them is guessed.
    """
    most = max(len(options) for options, _ in asked)
    found: dict[tuple[str, int], float] = {}
    for options, right in asked:
        for name in PROPERTIES:
            for place, picked in enumerate(places(options, name)):
                found[name, place] = found.get((name, place), 0) + (right in picked) / len(picked)
        found["position", right] = found.get(("position", right), 0) + 1
    (name, place), earned = max(found.items(), key=lambda each: each[1])
    return earned / len(asked), name, min(place, most - 1)
