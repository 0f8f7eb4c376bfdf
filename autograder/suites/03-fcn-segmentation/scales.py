"""How a model changes the size of its image on the way from the input to the output, read off the shapes in its graph.

Layers are not counted: a strided convolution, a pooling layer, both branches of a residual block and a whole nested
encoder are what they do to height and width. A few pixels more or less, as padding gives and takes, are no change.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Factor = tuple[int, int]
Change = tuple[str, Factor]
"""("down" or "up", factors of height and width)."""
Path = tuple[Change, ...]

MAX_PATHS = 200
"""Ways through one model that are told apart: an honest one with many skips has a few dozen."""
LARGEST = 8
"""What all down strides together must divide: images are multiples of it."""


def paths(steps: Sequence[Any]) -> set[Path]:
    """The changes of size along every way from the input to the output; equal ways count once.

    `steps` are those of `fcnkit.grading.worker.measure.trace`.
    """
    ways: list[set[tuple[Path, Factor]]] = []
    for _, inputs, shape in steps:
        size = tuple(shape[:2]) if len(shape) == 3 else None  # flat in between: as large as it was before
        if not inputs:
            ways.append({((), size)} if size else set())
            continue
        found = {(changes, size or before) for place in inputs for changes, before in _onto(ways[place], size)}
        ways.append(set(sorted(found)[:MAX_PATHS]))
    return {changes for changes, _ in ways[-1]}


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


def _onto(ways: set[tuple[Path, Factor]], size: Factor | None) -> list[tuple[Path, Factor]]:
    return [(changes + _change(before, size), before) for changes, before in ways]


def _change(before: Factor, after: Factor | None) -> Path:
    if after is None or 0 in (*before, *after) or None in (*before, *after):
        return ()
    down = tuple(max(round(a / b), 1) for a, b in zip(before, after, strict=True))
    up = tuple(max(round(b / a), 1) for a, b in zip(before, after, strict=True))
    steps = (("down", down), ("up", up))
    return tuple((direction, factor) for direction, factor in steps if factor != (1, 1))
