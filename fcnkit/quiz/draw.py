"""Draw a quiz from the sheet of terms.

What is drawn depends on the seed and the sheet alone, on every version of Python: things are put in the order of their
digests with the seed, not shuffled by a generator whose algorithm may change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from fcnkit.quiz.questions import Choice, Matching, Quiz, Writing
from fcnkit.terminology import Term, Terminology

CHOICES, OPTIONS = 8, 4
ABBREVIATIONS, WRITINGS = 2, 6
"""How many terms are to be written down, and how many of them from their abbreviation."""
PAIRS = 6
DEFAULT_SEED = "17"
"""The draw that is handed out where no variants are."""
_MENTIONS = 2
"""So many other terms' texts may name a term that is to be written down: it should not be there to copy."""


def draw(terminology: Terminology, seed: str = DEFAULT_SEED) -> Quiz:
    """The quiz of a seed.

    No term is asked twice. What is to be written down stands nowhere else in the quiz. Wrong options are first of all
    what the right one is easily confused with. Raises ValueError when the sheet has too few terms.
    """
    return _Draw(terminology, seed).quiz()


class _Draw:
    def __init__(self, terminology: Terminology, seed: str) -> None:
        self._terminology = terminology
        self._seed = seed

    def quiz(self) -> Quiz:
        abbreviated = self._order("abbreviations", [term for term in self._terminology if term.is_abbreviation])
        abbreviated = abbreviated[:ABBREVIATIONS]
        written = [*abbreviated, *self._to_be_written(abbreviated)]
        shown = [term for term in self._terminology if term not in written and not _names(term, written)]
        chosen = self._order("choices", shown)[:CHOICES]
        paired = self._pairs([term for term in shown if term not in chosen])
        if len(written) < WRITINGS or len(chosen) < CHOICES or len(paired) < PAIRS:
            raise ValueError(f"{len(self._terminology)} terms are too few to draw a quiz from; write more")
        return Quiz(
            choices=tuple(self._choice(place, term, shown) for place, term in enumerate(chosen)),
            writings=tuple(
                Writing(
                    key=f"2.{place}",
                    term=term.id,
                    shows="abbreviation" if term in abbreviated else "definition",
                )
                for place, term in enumerate(written, 1)
            ),
            matching=Matching(
                keys=tuple(f"3.{place}" for place in range(1, PAIRS + 1)),
                terms=_ids(self._order("matching", paired)),
                definitions=_ids(self._order("definitions", paired)),
            ),
        )

    def _order(self, what: str, terms: Iterable[Term]) -> list[Term]:
        return sorted(terms, key=lambda term: sha256(f"{self._seed}\n{what}\n{term.id}".encode()).digest())

    def _to_be_written(self, abbreviated: Sequence[Term]) -> list[Term]:
        """Terms to be written from their definitions, which do not name each other, and are hardly named elsewhere."""
        found: list[Term] = []
        for term in self._order("writings", self._terminology):
            rare = sum(bool(_names(other, [term])) for other in self._terminology) <= _MENTIONS
            apart = not _names(term, [*abbreviated, *found]) and not any(_names(other, [term]) for other in found)
            if rare and apart and not term.is_abbreviation and len(found) < WRITINGS - ABBREVIATIONS:
                found.append(term)
        return found

    def _pairs(self, terms: Sequence[Term]) -> list[Term]:
        """Terms for matching, each beside one that it is confused with as far as there are such."""
        found: list[Term] = []
        for term in self._order("pairs", terms):
            others = [other for other in self._confused_with(term) if other in terms and other not in found]
            if term not in found and others:
                found += [term, others[0]]
        rest = [term for term in self._order("pairs", terms) if term not in found]
        return [*found, *rest][:PAIRS]

    def _choice(self, place: int, term: Term, shown: Sequence[Term]) -> Choice:
        shows_definition = place % 2 == 0
        fitting = [other for other in shown if shows_definition or not _names(other, [term])]
        wrong = [other for other in self._near(term, place) if other in fitting and other is not term]
        options = self._order(f"options {place}", [term, *wrong[: OPTIONS - 1]])
        return Choice(
            key=f"1.{place + 1}",
            term=term.id,
            options=_ids(options),
            shows="definition" if shows_definition else "term",
        )

    def _near(self, term: Term, place: int) -> list[Term]:
        """All other terms, the nearest first: what it is confused with, then its section, then the rest."""
        section = next(section.terms for section in self._terminology.sections if term in section.terms)
        parts = (
            self._confused_with(term),
            self._order(f"near {place}", section),
            self._order("far", self._terminology),
        )
        return list(dict.fromkeys(other for part in parts for other in part))

    def _confused_with(self, term: Term) -> list[Term]:
        others = self._terminology.confused_with(term)
        return self._order("confused", (self._terminology[other] for other in others))


def _names(term: Term, others: Sequence[Term]) -> bool:
    """Whether what is shown of a term names one of the others (in full, where that is asked for)."""
    shown = (term.title.ko, term.title.en, term.definition.ko, term.definition.en)
    return any(_named(other, text) for other in others if other is not term for text in shown)


def _named(term: Term, text: str) -> bool:
    if term.is_abbreviation:
        return any(name.casefold() in text.casefold() for name in term.spellings if " " in name)
    return term.named_in(text) is not None


def _ids(terms: Iterable[Term]) -> tuple[str, ...]:
    return tuple(term.id for term in terms)
