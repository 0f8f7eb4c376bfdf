"""Runs a model's graph again after one layer has changed, without what that layer does not reach."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Replay:
    """Runs a graph once, and then again with other weights in one layer: only what these reach is computed anew.

    So a block of many small layers, one for each channel, takes no square of their number.
    """

    def __init__(self, keras: Any) -> None:
        self._keras = keras
        self._first: list[tuple[list[Any], Any]] = []
        """What each operation was given and gave, in order."""

    def step(self, other: Any) -> Callable[..., Any]:
        """For one more run, with other weights in the layer `other`; None in the first."""
        known = iter(self._first)

        def step(operation: Any, *args: Any, **kwargs: Any) -> Any:
            given = self._keras.tree.flatten((args, kwargs))
            if other is None:
                self._first.append((given, self._computed(operation, *args, **kwargs)))
                return self._first[-1][1]
            before, result = next(known)
            is_other = other in (operation, getattr(operation, "layer", None))
            is_new = is_other or any(now is not then for now, then in zip(given, before, strict=True))
            return self._computed(operation, *args, **kwargs) if is_new else result

        return step

    def _computed(self, operation: Any, *args: Any, **kwargs: Any) -> Any:
        """What is not learned through counts as if nothing came through."""
        result = operation(*args, **kwargs)
        passes_nothing = type(operation).__name__ == "StopGradient" or getattr(operation, "rate", 0) == 1
        return self._keras.tree.map_structure(self._keras.ops.ones_like, result) if passes_nothing else result
