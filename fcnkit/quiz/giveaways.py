"""Finds definitions that give away the answer to a question about another term.

A trimap's "1 is foreground" answers what a foreground's number is. A mere mention tells nothing: that the stride is a
hyperparameter does not say what a stride is. So a definition tells of a term that it names where the two definitions
have more in common: they name each other, or share a number or a word that few definitions have.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from fcnkit.terminology import Term, Terminology
from fcnkit.text import Text

FEW = 4
"""So many definitions may have a word for it to say something about those that have it."""
_WORD = re.compile(r"[a-z]{4,}|\d+")


@lru_cache(maxsize=4)
def tells(terminology: Terminology) -> Tells:
    """The sheet's pairs, found once for all draws from it."""
    return Tells(terminology)


class Tells:
    """Which terms' definitions give away which others."""

    def __init__(self, terminology: Terminology) -> None:
        words = {term.id: set(_WORD.findall(term.definition.en.casefold())) for term in terminology}
        count = Counter(word for of_term in words.values() for word in of_term)
        telling = {word for word, times in count.items() if times <= FEW}
        pairs = [(one, other) for one in terminology for other in terminology if one is not other]
        mentions = {(one.id, other.id) for one, other in pairs if _mentioned(other, one.definition)}
        self._tells = {
            (one.id, other.id)
            for one, other in pairs
            if (one.id, other.id) in mentions
            and ((other.id, one.id) in mentions or (words[one.id] & words[other.id] & telling) - _own(one, other))
        }
        self._names = {
            (one.id, other.id)
            for one, other in pairs
            if _written_out(other, one.title) or _written_out(other, one.definition)
        }

    def names(self, term: Term, others: Iterable[Term]) -> bool:
        """Whether what is shown of a term names one of the others (in full, where that is asked for)."""
        return any((term.id, other.id) in self._names for other in others)

    def any_of(self, term: Term, others: Iterable[Term]) -> bool:
        """Whether the term's definition gives away one of the others."""
        return any((term.id, other.id) in self._tells for other in others)

    def any_between(self, term: Term, others: Iterable[Term]) -> bool:
        """Whether the term's definition gives away one of the others, or one of theirs gives it away."""
        return any({(term.id, other.id), (other.id, term.id)} & self._tells for other in others)


def _mentioned(term: Term, text: Text) -> bool:
    return any(term.named_in(each) is not None for each in (text.ko, text.en))


def _written_out(term: Term, text: Text) -> bool:
    """Whether a text has what is to be written where the term is asked for."""
    if not term.is_abbreviation:
        return _mentioned(term, text)
    full = [name.casefold() for name in term.spellings if " " in name]
    return any(name in each.casefold() for each in (text.ko, text.en) for name in full)


def _own(*terms: Term) -> set[str]:
    """The words of the terms themselves, which their mentions bring."""
    return {word for term in terms for name in term.spellings for word in _WORD.findall(name.casefold())}
