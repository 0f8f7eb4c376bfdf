"""Draw a quiz from the sheet of terms.

What is drawn depends on the seed and the sheet alone, on every version of Python: things are put in the order of their
digests with the seed, not shuffled by a generator whose algorithm may change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from hashlib import sha256

from fcnkit.quiz.giveaways import tells
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

    No term is asked twice, and what the exam asks always. What is to be written down stands nowhere else in the quiz,
    and no definition tells the answer to another question. Wrong options are first of all what the right one is easily
    confused with. Raises ValueError when the sheet has too few terms.
    """
    return _Draw(terminology, seed).quiz()


class _Draw:
    def __init__(self, terminology: Terminology, seed: str) -> None:
        self._terminology = terminology
        self._seed = seed
        self._tells = tells(terminology)

    def quiz(self) -> Quiz:
        initials = self._order("abbreviations", [term for term in self._terminology if term.is_abbreviation])
        abbreviated = sorted(initials, key=lambda term: term not in self._exam)[:ABBREVIATIONS]
        described = self._to_be_written(abbreviated)
        written = [*abbreviated, *described]
        shown = [term for term in self._terminology if term not in written and not self._tells.names(term, written)]
        exam = [term for term in self._exam if term in shown]
        to_choose, to_pair = exam[::2], exam[1::2]
        confused = [term for term in shown if any(other in shown for other in self._confused_with(term))]
        chosen = self._more("choices", confused, CHOICES, to_choose, [*described, *to_pair])
        paired = self._pairs(shown, to_pair, [*described, *chosen])
        if len(written) < WRITINGS or len(chosen) < CHOICES or len(paired) < PAIRS:
            raise ValueError(f"{len(self._terminology)} terms are too few to draw a quiz from; write more")
        asked = [*described, *chosen, *paired]
        return Quiz(
            choices=tuple(
                self._choice(place, term, shown, asked) for place, term in enumerate(self._order("places", chosen))
            ),
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

    @cached_property
    def _exam(self) -> list[Term]:
        return self._order("exam", [term for term in self._terminology if term.id in self._terminology.exam])

    def _to_be_written(self, abbreviated: Sequence[Term]) -> list[Term]:
        """Terms to be written from their definitions, which do not name each other, and are hardly named elsewhere."""
        found: list[Term] = []
        exam = [term for term in self._exam if term not in abbreviated]
        for term in self._order("writings", self._terminology):
            rare = sum(bool(self._tells.names(other, [term])) for other in self._terminology) <= _MENTIONS
            apart = not self._tells.names(term, [*abbreviated, *found]) and not any(
                self._tells.names(other, [term]) for other in found
            )
            apart = apart and not any(self._tells.names(other, [term]) for other in exam)
            apart = apart and not self._tells.any_between(term, [*exam, *found])
            if rare and apart and not term.is_abbreviation and len(found) < WRITINGS - ABBREVIATIONS:
                found.append(term)
        return found

    def _more(
        self, what: str, terms: Sequence[Term], count: int, begun: Sequence[Term], others: Sequence[Term]
    ) -> list[Term]:
        """`count` terms, those begun with among them, none of which is among the others, or tells or is told."""
        found = list(begun)
        for term in self._order(what, terms):
            new = term not in found and term not in others
            if len(found) < count and new and not self._tells.any_between(term, [*found, *others]):
                found.append(term)
        return found

    def _pairs(self, terms: Sequence[Term], begun: Sequence[Term], asked: Sequence[Term]) -> list[Term]:
        """Terms for matching, in pairs that are easily confused as far as possible."""
        found = list(begun)
        for term in (*begun, *self._order("pairs", terms)):
            near = [other for other in self._confused_with(term) if other in terms]
            both = [*found, term] if term not in found else found
            with_other = self._more("pair", near, len(both) + 1, both, asked)
            fits = term in found or (term not in asked and not self._tells.any_between(term, [*found, *asked]))
            if fits and len(with_other) == len(both) + 1 <= PAIRS:
                found = with_other
        return self._more("pairs", terms, PAIRS, found, asked)

    def _choice(self, place: int, term: Term, shown: Sequence[Term], asked: Sequence[Term]) -> Choice:
        shows_definition = place % 2 == 0
        fitting = [
            other
            for other in shown
            if shows_definition or not (self._tells.names(other, [term]) or self._tells.any_of(other, asked))
        ]
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


def _ids(terms: Iterable[Term]) -> tuple[str, ...]:
    return tuple(term.id for term in terms)
