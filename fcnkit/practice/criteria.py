"""The criteria by which a person marks an explanation, and their points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fcnkit.text import Text

STEP = 0.5


@dataclass(frozen=True)
class Criterion:
    """One thing that an explanation has to say, and its part of the points."""

    text: Text
    points: float


def criterion(points: float, *, ko: str, en: str) -> Criterion:
    """A criterion in both languages."""
    return Criterion(Text(ko=ko, en=en), points)


def shared_out(criteria: Sequence[Criterion], points: int) -> tuple[Criterion, ...]:
    """The criteria worth so many points together, in steps of half a point: the largest remainders are rounded up."""
    all_steps = round(points / STEP)
    total = sum(each.points for each in criteria)
    exact = [all_steps * each.points / total for each in criteria]
    steps = [int(each) for each in exact]
    largest_first = sorted(range(len(steps)), key=lambda place: steps[place] - exact[place])
    for place in largest_first[: all_steps - sum(steps)]:
        steps[place] += 1
    return tuple(replace(each, points=count * STEP) for each, count in zip(criteria, steps, strict=True))
