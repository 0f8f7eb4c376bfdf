"""A guess at what wrong answers have to do with the right ones, in numbers and in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from fcnkit.grading.examiner.relations.evidence import Seen
from fcnkit.grading.examiner.relations.positions import Place, where, written
from fcnkit.text import Text


@dataclass(frozen=True, eq=False)
class Relation:
    """A guess at how every answer came about: what it makes of a call, and what is said where that is what came.

    `place` and `side` are what it speaks of: all of the answer, or a part.
    """

    id: str
    said: tuple[Text, Text]
    """A few words, and a sentence: filled with `values` only where they are told, since most guesses are wrong."""
    makes: Callable[[Seen], Any]
    values: Mapping[str, object] = field(default_factory=dict)
    place: Place = ()
    side: str = ""
    names_place: bool = False
    """Whether the few words say, too, where in the answer it is."""

    @property
    def name(self) -> Text:
        """For the class report."""
        words, code = self._filled(self.said[0]), written(self.place, self.side)
        return Text(ko=f"{words.ko} (`{code}`)", en=f"{words.en} (`{code}`)") if self.names_place and code else words

    @property
    def text(self) -> Text:
        """For the student."""
        place = where(self.place, self.side)
        return Text(ko="{place}: {said}", en="{place}: {said}").format(place=place, said=self._filled(self.said[1]))

    def _filled(self, text: Text) -> Text:
        return text.format(**self.values) if self.values else text
