"""Hidden cases, drawn for each submission from the themes that a suite states.

A theme says what its cases have in common, and leaves the numbers to a `Draw`. The same seed always gives the same
cases. Whoever does not know it can foresee none, so a case that leaks is worth nothing for another submission.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Sequence

import numpy as np

from fcnkit.grading.examiner.check import Case, Function
from fcnkit.grading.examiner.identical import identical

_TRIES = 10_000
"""Tries after which a theme that has found no numbers is taken to ask for what does not exist."""
_ATTEMPTS = 20
"""A theme that always draws the public example is taken to have no other case."""


class Draw:
    """Random numbers for the cases of one theme."""

    def __init__(self, seed: str, theme: str, attempt: int = 0) -> None:
        self._seed = seed
        self._attempt = attempt
        digest = hmac.digest(seed.encode(), f"{theme}/{attempt}".encode(), hashlib.sha256)
        self.rng = np.random.default_rng(int.from_bytes(digest))

    def cases(self, theme: Theme) -> Sequence[Case]:
        """What `theme` draws for the same submission: calls that two checks look at need to be made only once."""
        return theme(Draw(self._seed, theme.__name__, self._attempt))

    def integer(self, numbers: Sequence[int]) -> int:
        """One of `numbers`."""
        return numbers[int(self.rng.integers(len(numbers)))]

    def some(
        self, wanted: int, *numbers: Sequence[int], where: Callable[..., bool] = lambda *_: True
    ) -> list[tuple[int, ...]]:
        """`wanted` different tuples with one number from each of `numbers`, all of which meet `where`.

        Raises ValueError where too few are found.
        """
        found: dict[tuple[int, ...], None] = {}
        for _ in range(_TRIES):
            if len(found) == wanted:
                return list(found)
            drawn = tuple(self.integer(each) for each in numbers)
            if where(*drawn):
                found[drawn] = None
        raise ValueError(f"{wanted} tuples wanted, and only {len(found)} found in {_TRIES} draws")


Theme = Callable[[Draw], Sequence[Case]]


def drawn(theme: Theme, seed: str, function: Function) -> Sequence[Case]:
    """The cases of `theme` for the seed: without the public example of `function`, if the theme has others."""
    for attempt in range(_ATTEMPTS):
        cases = theme(Draw(seed, theme.__name__, attempt))
        if not any(_is_public(case, function) for case in cases):
            break
    return cases


def _is_public(case: Case, function: Function) -> bool:
    if not all(map(identical, case.args, function.example.args)):  # those given by position are the same ones
        return False
    return identical(function.arguments(case), function.public_arguments)
