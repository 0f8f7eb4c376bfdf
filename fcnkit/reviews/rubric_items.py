"""A rubric's items with their points, where its text says them: `A right example (2)`, one after another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fcnkit.text import LANGS, Lang, Text

_POINTS = re.compile(r"\(\s*(?P<points>\d+(?:\.\d+)?)\s*(?:점|points?|pts?\.?)?\s*\)[.]?\s*(?=$|[,;\n])", re.MULTILINE)
"""A number in brackets at the end of a line or before a comma: any other one belongs to the text."""
_BETWEEN = " \t\n,;·•*-"


@dataclass(frozen=True)
class RubricItem:
    """One thing to look for."""

    text: Text
    points: float


def rubric_items(rubric: Text, max_score: float) -> tuple[RubricItem, ...]:
    """The items in order; none where the languages differ or the points do not add up to the question's."""
    said: dict[Lang, list[tuple[str, float]]] = {lang: list(_items(rubric[lang])) for lang in LANGS}
    points = [points for _, points in said["ko"]]
    if [points for _, points in said["en"]] != points or abs(sum(points) - max_score) > 1e-9:
        return ()
    pairs = zip(said["ko"], said["en"], strict=True)
    return tuple(RubricItem(Text(ko=ko, en=en), points) for (ko, points), (en, _) in pairs)


def beside_items(rubric: Text, lang: Lang) -> str:
    """What the rubric says behind its last item, such as a model answer."""
    ends = [found.end() for found in _POINTS.finditer(rubric[lang])]
    return rubric[lang][max(ends, default=0) :].strip()


def _items(text: str) -> Iterator[tuple[str, float]]:
    start = 0
    for found in _POINTS.finditer(text):
        item = " ".join(text[start : found.start()].strip(_BETWEEN).split())
        start = found.end()
        yield item or found[0].strip(), float(found["points"])
