"""How many submissions compute at the same time: one that sleeps lends its seat to another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

from fcnkit.grading.messages import OnSleep

MOST_UNDER_WAY = 4
"""Submissions for each grader: one that computes, and those that sleep meanwhile."""


def threads(room: int, graders: int) -> int:
    """How many submissions are under way at most, where memory has room for so many."""
    return min(max(room, graders), graders * MOST_UNDER_WAY)


class Seats:
    """For threads that each see one submission through, more of them than there are seats.

    One that wakes computes at once, though its seat may be taken: for so long there is one more at work, which costs
    nobody marks, since waiting for a CPU does not count as time.
    """

    def __init__(self, count: int) -> None:
        self._free = count
        """Below 0 where some have been woken."""
        self._changed = Condition()

    @contextmanager
    def taken(self) -> Iterator[OnSleep]:
        """Wait for a seat and have it. What comes back is to be told when the submission sleeps, and when it wakes."""
        with self._changed:
            self._changed.wait_for(lambda: self._free > 0)
            self._free -= 1
        is_lent = False

        def lend(is_asleep: bool) -> None:
            nonlocal is_lent
            if is_asleep is not is_lent:
                is_lent = is_asleep
                self._add(1 if is_asleep else -1)

        try:
            yield lend
        finally:
            if not is_lent:
                self._add(1)

    def _add(self, count: int) -> None:
        with self._changed:
            self._free += count
            self._changed.notify()
