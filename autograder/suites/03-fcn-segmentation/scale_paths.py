"""How a model changes the size of its image on the way from the input to the output, read off the shapes in its graph.

Layers are not counted: a strided convolution, a pooling layer, both branches of a residual block and a whole nested
encoder are what they do to height and width. A few pixels more or less, as padding gives and takes, are no change.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

Factor = tuple[int, int]
Change = tuple[str, Factor]
"""("down" or "up", factors of height and width)."""
Path = tuple[Change, ...]
Ways = dict[tuple[Path, Factor], None]
"""To one place of the graph, each with the size there, in the order in which they are found."""

MAX_PATHS = 200
"""Ways through one model that are told apart: an honest one with many skips has a few dozen."""
MAX_CHANGES = 25
"""Of a way that are looked at: odd, so that none that is cut off here is mirrored."""
LARGEST = 8
"""What all downsampling strides together must divide: images are multiples of it."""


def paths(steps: Sequence[Any]) -> frozenset[Path]:
    """The changes of size along every way from the input to the output; equal ways count once.

    `steps` are those of `fcnkit.grading.worker.model_inspection.trace`.
    """
    return _paths(tuple(steps))


@lru_cache(maxsize=32)  # each check and misconception asks; in a network of many skips it takes seconds to find out
def _paths(steps: tuple[Any, ...]) -> frozenset[Path]:
    ways: list[Ways] = []
    for _, inputs, shape in steps:
        size = tuple(shape[:2]) if len(shape) == 3 else None  # flat in between: as large as it was before
        if not inputs:
            ways.append({((), size): None} if size else {})
            continue
        found: Ways = {}
        for changes, before in chain.from_iterable(ways[place] for place in inputs):
            found[(changes + change(before, size))[:MAX_CHANGES], size or before] = None
            if len(found) == MAX_PATHS:
                break
        ways.append(found)
    return frozenset(changes for changes, _ in ways[-1])


def is_mirrored(path: Path) -> bool:
    """Whether every down is undone by an up of the same factor, the last one first, as brackets are."""
    open_factors: list[Factor] = []
    for direction, factor in path:
        if direction == "down":
            open_factors.append(factor)
        elif not open_factors or open_factors.pop() != factor:
            return False
    return not open_factors


def deepest(path: Path) -> Factor:
    """By how much height and width have shrunk where they are smallest."""
    shrunk = [(1, 1)]
    for direction, (rows, cols) in path:
        height, width = shrunk[-1]
        shrunk.append((height * rows, width * cols) if direction == "down" else (height // rows, width // cols))
    return max(shrunk)


@lru_cache(maxsize=4096)
def change(before: Factor, after: Factor | None) -> Path:
    if after is None or 0 in (*before, *after) or None in (*before, *after):
        return ()
    down = tuple(max(round(a / b), 1) for a, b in zip(before, after, strict=True))
    up = tuple(max(round(b / a), 1) for a, b in zip(before, after, strict=True))
    steps = (("down", down), ("up", up))
    return tuple((direction, factor) for direction, factor in steps if factor != (1, 1))
