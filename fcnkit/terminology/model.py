"""Data model of `terminology.md`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from fcnkit.terminology.spelling import is_korean
from fcnkit.text import Text


@dataclass(frozen=True, slots=True)
class Confusion:
    """Another term of the sheet that is easily taken for this one, or this one for it."""

    term: str
    """The other term's id."""
    why: Text
    """What tells the two apart, as Markdown."""


@dataclass(frozen=True, slots=True)
class WrongName:
    """Names that students give to a term and that are wrong, such as “You Look Only Once”."""

    names: tuple[str, ...]
    why: Text


@dataclass(frozen=True, slots=True)
class Term:
    """One term."""

    id: str
    """Its heading's anchor: `fcn`, `transposed-convolution`."""
    label: str
    """Its heading, the short English name: `FCN`."""
    name: Text
    """The name in full: 완전 합성곱 신경망, fully convolutional network."""
    definition: Text
    """One or two sentences of Markdown (code spans only) that do not contain the term itself."""
    also: tuple[str, ...]
    """Further spellings."""
    confusions: tuple[Confusion, ...]
    wrong_names: tuple[WrongName, ...]

    @property
    def spellings(self) -> tuple[str, ...]:
        """All that means this term, in both languages."""
        return tuple(dict.fromkeys((self.label, self.name.ko, self.name.en, *self.also)))

    def named_in(self, text: str) -> str | None:
        """The first of its spellings that a text contains, at the beginning of a word; None where there is none."""
        for spelling in self.spellings:
            if _in_a_text(spelling).search(text):
                return spelling
        return None

    @property
    def is_abbreviation(self) -> bool:
        """Whether the term goes by its initials, as FCN does, and can be asked for in full."""
        return self.label.isupper() and self.label.isalpha()

    @property
    def short(self) -> Text:
        """What people who know it call it: FCN, 전치 합성곱, Dense layer."""
        return Text(ko=self.label if self.is_abbreviation else self.name.ko, en=self.label)

    @property
    def title(self) -> Text:
        """Full name and label: 완전 합성곱 신경망(FCN), Fully convolutional network (FCN)."""
        if self.label.casefold() == self.name.en.casefold():
            return self.name
        ko = self.label if self.name.ko == self.label else f"{self.name.ko}({self.label})"
        return Text(ko=ko, en=f"{self.name.en} ({self.label})")


@cache
def _in_a_text(spelling: str) -> re.Pattern[str]:
    """What finds a spelling of a term: of Korean words, which take particles and join, also within another."""
    start = "" if is_korean(spelling) else r"\b"
    return re.compile(start + re.escape(spelling), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Section:
    """Terms that belong together."""

    title: Text
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class Terminology:
    """The whole sheet, in the order in which it is read."""

    sections: tuple[Section, ...]
    exam: tuple[str, ...] = ()
    """Terms that were announced for the exam, by their ids: each quiz asks for them."""

    def __iter__(self) -> Iterator[Term]:
        return (term for section in self.sections for term in section.terms)

    def __len__(self) -> int:
        return len(self._by_id)

    def __getitem__(self, term_id: str) -> Term:
        return self._by_id[term_id]

    @cached_property
    def _by_id(self) -> dict[str, Term]:
        return {term.id: term for term in self}

    def mix_up_id(self, one: Term, other: Term) -> str:
        """The id of the misconception that takes one of two terms for the other, whichever is asked for."""
        first, second = sorted((one.id, other.id), key=[term.id for term in self].index)
        return f"{first}-or-{second}"

    def confused_with(self, term: Term) -> dict[str, Text]:
        """Why each other term is not this one, by the other's id: what either of the two says about the pair."""
        return dict(self._confused_with[term.id])

    @cached_property
    def _confused_with(self) -> dict[str, dict[str, Text]]:
        """For each term what it says itself, and then what others say."""
        found = {term.id: {confusion.term: confusion.why for confusion in term.confusions} for term in self}
        for other in self:
            for confusion in other.confusions:
                found[confusion.term].setdefault(other.id, confusion.why)
        return found
