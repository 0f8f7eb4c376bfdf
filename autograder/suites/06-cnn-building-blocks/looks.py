"""What is looked at in a block that a student's function builds: the graph between the tensor given and the one
returned. Each look picks from it what one check is about."""

from __future__ import annotations

from typing import Any

from fcnkit.suite import Case, Look, ReturnedModel

from . import ways

Facts = dict[str, Any]


class Said(str):
    """Text that stands on a page as it is."""

    __slots__ = ()
    __repr__ = str.__str__


class Ways(frozenset[ways.Way]):
    """The ways through a block: each is written as `x → 3×3 → 3×3 → +`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return " | ".join(map(_written, sorted(self, key=len, reverse=True))) or "–"


def _written(way: ways.Way) -> str:
    """Convolutions and where ways meet; of a shortcut, all that lies on it."""
    meetings = (ways.SUM, ways.CONCAT, "Multiply")
    shown = [each for each in way if "×" in each or each in meetings] if ways.is_spatial(way) else way
    return " → ".join(("x", *shown))


def graph(model: ReturnedModel, case: Case) -> Facts:
    """The graph for the height and width of the tensor that was given."""
    height, width, _ = case.args[0].shape
    return model.trace((height, width))


def shape(facts: Facts) -> tuple[int | None, ...]:
    """(H, W, channels) of the tensor returned."""
    *_, (_, _, last) = facts["steps"]
    return tuple(last)


def channels(facts: Facts) -> int | None:
    """Of the tensor returned; None where it has no axes."""
    return shape(facts)[-1] if shape(facts) else None


SIZE = Look(graph, lambda facts: shape(facts)[:-1])
CHANNELS = Look(graph, channels)
WAYS = Look(graph, lambda facts: Ways(ways.ways(facts)))
