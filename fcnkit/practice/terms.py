"""A course's terms, for items that ask about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path
from random import Random

from fcnkit.practice.answers import Distractor
from fcnkit.practice.values import Value
from fcnkit.terminology import Term, read
from fcnkit.text import LANGS, Text

GROUP = 4
"""Terms to choose from."""


def name_of(term: str) -> str:
    """The fact what a term is called in full, in either language."""
    return f"{term}:name"


class Terms:
    """The sheet of terms, and what items must know beyond it."""

    def __init__(
        self, file: Path, *, narrower: Mapping[str, Iterable[str]] = {}, facts: Mapping[str, Iterable[str]] = {}
    ) -> None:
        """Read the sheet. Raises what `fcnkit.terminology.read` raises.

        `narrower` has terms that are kinds of another one, by their ids: what defines the wider term is true of them,
        too. `facts` has what can be learned from a term's definition besides what the term means: facts that other
        items ask for.
        """
        self.sheet = read(file)
        self._file = file
        self.narrower = {term: tuple(kinds) for term, kinds in narrower.items()}
        self.facts = {term: tuple(told) for term, told in facts.items()}

    def also_fits(self, definition_of: Term, term: Term) -> bool:
        """Whether one term's definition is true of another one, so that no question may show both."""
        return term.id in self.narrower.get(definition_of.id, ())

    def are_apart(self, one: Term, other: Term) -> bool:
        """Whether they are two terms, and neither a kind of the other."""
        return one is not other and not self.also_fits(one, other) and not self.also_fits(other, one)

    def told_by_definitions(self, terms: Iterable[str]) -> tuple[str, ...]:
        """The facts that can be read off the definitions of these terms."""
        return tuple(fact for term in terms for fact in (term, *self.facts.get(term, ())))

    def definitions(self, terms: Iterable[str]) -> tuple[str, ...]:
        """What these terms mean, in both languages: what no question may show beside one that asks for it."""
        return tuple(self.sheet[term].definition[lang] for term in terms for lang in LANGS)

    def group(self, rng: Random, among: Iterable[str] | None = None) -> tuple[str, ...]:
        """Terms that are easily taken for each other, and of which no definition is true of two.

        Who asks for any of them, drawn after that, asks a question whose options tell nothing of which one is right.
        """
        sheet = self.sheet
        names = [*among] if among is not None else [term.id for term in sheet]
        first = rng.choice(names)
        near = [each for each in self._nearest[first][: 2 * GROUP] if each in names]
        far = [each for each in names if each not in near]
        found = [first]
        for other in (*rng.sample(near, len(near)), *rng.sample(far, len(far))):
            if len(found) < GROUP and all(self.are_apart(sheet[other], sheet[each]) for each in found):
                found.append(other)
        return tuple(sorted(found))

    @cached_property
    def _nearest(self) -> dict[str, list[str]]:
        """What `nearest` gives, by the term's id: many draws ask for it."""
        return {term.id: self.nearest(term) for term in self.sheet}

    def nearest(self, term: Term) -> list[str]:
        """What a term can be taken for: terms that the sheet tells apart from it, then those of its section.

        Of its section, those come first whose names are most like its own.
        """
        confusions = self.sheet.confused_with(term)
        (section,) = (section for section in self.sheet.sections if term in section.terms)
        neighbours = [each for each in section.terms if each != term and each.id not in confusions]
        neighbours.sort(key=lambda each: SequenceMatcher(None, each.label, term.label).ratio(), reverse=True)
        return [*confusions, *(each.id for each in neighbours)]

    def taken_for(self, term: Term, value: Mapping[str, Value]) -> list[Distractor]:
        """Mistakes from taking a term for each of the others that have a value, by the quiz' ids where it has them."""
        meaning = Text(ko="{name}: {definition}", en="{name}: {definition}")
        confusions = self.sheet.confused_with(term)
        return [
            Distractor(
                self.sheet.mix_up_id(term, other) if other.id in confusions else f"taken-for-{other.id}",
                value[other.id],
                confusions.get(other.id) or meaning.format(name=other.title, definition=other.definition),
            )
            for other in map(self.sheet.__getitem__, value)
            if other is not term
        ]

    def raw_sheet(self) -> str:
        """The sheet as it is written, with each paragraph in one line: what independent searches look through."""
        text = self._file.read_text(encoding="utf-8")
        return "\n".join(" ".join(paragraph.split()) for paragraph in text.replace("### ", "\n\n### ").split("\n\n"))
