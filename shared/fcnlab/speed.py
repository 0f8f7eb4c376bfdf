"""How much faster one way to compute something is than another, on this machine, now."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter


def times_as_fast(fast: Callable[[], object], slow: Callable[[], object], tries: int = 5) -> float:
    """The shortest time of `slow` over the shortest of `fast`.

    They take turns, so that what else the machine does slows down both.
    """
    pairs = [(_seconds(slow), _seconds(fast)) for _ in range(tries)]
    return min(pair[0] for pair in pairs) / max(min(pair[1] for pair in pairs), 1e-9)


def _seconds(call: Callable[[], object]) -> float:
    start = perf_counter()
    call()
    return perf_counter() - start
