"""Names of people, evened out: what two spellings of one name have in common, and what only looks the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_APART = re.compile(r"[\s,]+")
_NO_LETTER = re.compile(r"[\W_]+")
"""Hyphens, dots, apostrophes and invisible letters, which people and platforms leave out as they like."""
_KOREAN = re.compile("[가-힣]{2,5}")
_MOST_PARTS = 8
"""A name of more parts is compared in its own order only."""
_LOOKALIKES = str.maketrans(
    # Cyrillic, then Greek, both capitals first
    "АВЕЅІЈКМНОРСТУХЗаеѕіјорсухһԁӏԛԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαγικνορυχ" + "ıſ",
    "ABESIJKMHOPCTYX3aesijopcyxhdlqw" + "ABEZHIKMNOPTYXayiknopux" + "is",
)


def parts(name: str) -> list[str]:
    """The words of a name without letter case, marks and differences between NFC and NFD; `Kim, Min-ji` is two."""
    words = [_NO_LETTER.sub("", word) for word in _APART.split(unicodedata.normalize("NFC", name).casefold())]
    return [unicodedata.normalize("NFC", word) for word in words if word]


def evened(name: str) -> str:
    """The name in its own order as one word: `kimminji` of `Kim, Min-ji`, `김민지` of `김 민지`."""
    return "".join(parts(name))


def spellings(name: str) -> Iterator[str]:
    """The evened name in every order that family and given names of one or more words come in."""
    words = parts(name)
    if len(words) == 1 and _KOREAN.fullmatch(words[0]):  # written together: a family name has one syllable, rarely two
        word = words[0]
        yield from (word, word[1:] + word[:1], *([word[2:] + word[:2]] if len(word) > 3 else []))
        return
    for start in range(len(words)) if len(words) <= _MOST_PARTS else [0]:
        yield "".join(words[start:] + words[:start])


def within(name: str, most: int) -> Iterator[list[str]]:
    """Runs of neighbouring words of a name, each evened to one: of all words first, then of one less, down to each.

    So a name is found again among other words. Only the first `most` words are looked at.
    """
    words = parts(name)[:most]
    for length in range(len(words), 0, -1):
        yield ["".join(words[start : start + length]) for start in range(len(words) - length + 1)]


def could_be_one(name: str, other: str) -> bool:
    """Whether two names could be one person's: they share a word, or are of two alphabets, which nothing compares."""
    if _is_korean(name) != _is_korean(other):
        return True
    one, two = evened(name), evened(other)
    words = [(word, two) for word in parts(name)] + [(word, one) for word in parts(other)]
    return one in spellings(other) or any(len(word) > 1 and word in whole for word, whole in words)


def _is_korean(name: str) -> bool:
    return re.search("[가-힣]", unicodedata.normalize("NFC", name)) is not None


def look(name: str) -> str:
    """What the eye sees of a name: wide letters and those of other alphabets as the Latin ones they resemble."""
    seen = unicodedata.normalize("NFKC", name).translate(_LOOKALIKES)
    return "".join(parts(seen))
