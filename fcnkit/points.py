"""Points, which people may give in tenths."""

from __future__ import annotations

from collections.abc import Iterable


def added(points: Iterable[float]) -> float:
    """The sum as people add: in binary, 0.1 and 0.2 are a little more than 0.3, and would be no full marks of it."""
    return round(sum(points), 9)
