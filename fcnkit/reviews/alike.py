"""Groups of answers that say the same, or nearly, so that they are read together and get the same marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import Indel

from fcnkit.unicode import normalised

NEARLY = 0.9
"""How much two texts have in common, of 1, to be shown together."""


@dataclass(frozen=True)
class Place:
    """Where an answer stands."""

    group: int
    same: int
    """Answers of a group with the same number differ in nothing but blanks."""


def places(answers: Mapping[str, str]) -> dict[str, Place]:
    """The place of each answer, by its id. The largest groups come first, empty answers last."""
    same = defaultdict[str, list[str]](list)
    for id, text in sorted(answers.items()):
        same[_plain(text)].append(id)
    groups: dict[str, list[str]] = {}
    for text in sorted(same, key=lambda text: (-len(same[text]), same[text][0])):
        found = process.extractOne(
            text, list(groups), scorer=Indel.normalized_similarity, processor=None, score_cutoff=NEARLY
        )
        groups.setdefault(found[0] if found and text else text, []).append(text)
    ordered = sorted(groups.values(), key=lambda texts: (texts == [""], -sum(len(same[text]) for text in texts)))
    numbers = {text: number for number, text in enumerate(text for texts in ordered for text in texts)}
    return {
        id: Place(group, numbers[text]) for group, texts in enumerate(ordered) for text in texts for id in same[text]
    }


def _plain(text: str) -> str:
    """The text with single blanks. Case and punctuation may be what the question is about, as in `(3,)`."""
    return " ".join(normalised("NFKC", text).split())
