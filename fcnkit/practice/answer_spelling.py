"""Every way of writing a right answer that a person would accept, as a list: platforms compare letter by letter.

Letter case never counts anywhere, so it is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

LONG = 6
"""Letters of a word from which on one slip is forgiven: shorter words could turn into others."""
BRACKETS = (("(", ")"), ("[", "]"), ("", ""))
SIGNS = ("x", " x ", "×", " × ", " ")
"""What is written between the sides of a shape in place of commas."""


def shapes(sides: Sequence[float]) -> tuple[str, ...]:
    """A shape or a short list, in any bracket and with any spaces: (60, 60, 16), [60,60, 16], 60x60x16."""
    written = [f"{side:.10g}" for side in sides]
    if len(written) == 1:
        return tuple(text.format(written[0]) for text in ("({},)", "({})", "[{}]", "{},", "{}", "({}, )"))
    found = [_between(written, commas) for commas in product((", ", ","), repeat=len(written) - 1)]
    commas = [f"{left}{text}{right}" for left, right in BRACKETS for text in found]
    signs = [sign.join(written) for sign in SIGNS]
    return (*commas, *signs, *(f"({text})" for text in signs[:-1]))


def expansions(name: str) -> tuple[str, ...]:
    """A name written out: with hyphens, spaces or neither, in the plural, and with one slip in a long word.

    A slip is a letter that is left out, doubled, or exchanged with its neighbour.
    """
    words = re.split(r"[ -]", name)
    gaps = re.findall(r"[ -]", name)
    # A prefix such as multi- may also be part of its word.
    choices = [(gap, "-" if gap == " " else " ", *([""] if gap == "-" else [])) for gap in gaps]
    spelled = [_between(words, picked) for picked in product(*choices)]
    plural = [f"{text}s" for text in spelled] if _counts(words[-1]) else []
    slipped = [slip for prefix in ("-", " ", "") for slip in _slips(name.replace("-", prefix))]
    return tuple(dict.fromkeys((*spelled, *plural, *slipped)))


def _between(words: Sequence[str], gaps: Sequence[str]) -> str:
    return "".join(word + gap for word, gap in zip(words, (*gaps, ""), strict=True))


def _counts(noun: str) -> bool:
    """Whether a word has a plural: networks and perceptrons, but not once."""
    return noun.casefold() in ("network", "net", "perceptron")


def _slips(name: str) -> Iterator[str]:
    """The name with one slip, in each of its long words in turn."""
    words = name.split(" ")
    for at, word in enumerate(words):
        if len(word) >= LONG:
            yield from (" ".join((*words[:at], slip, *words[at + 1 :])) for slip in _slipped(word))


def _slipped(word: str) -> Iterator[str]:
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[: at + 1] + word[at:]
        if at + 1 < len(word):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
