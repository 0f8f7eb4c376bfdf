"""Which channels of its input an operation takes out and hands on, as slices and splits do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def channels_taken(operation: Any, args: Sequence[Any], number: int) -> dict[str, list[int]]:
    """`channels`, the first of them and the one after the last, where the output `number` is that and nothing else.

    The channels lie along the last axis. A single one may be taken without its axis, as `x[..., 3]` does.
    """
    kind = type(operation).__name__
    if kind not in ("GetItem", "Split", "Unstack") or not args:
        return {}
    shape = tuple(args[0].shape)
    if kind == "GetItem":
        found = _sliced(args[1], shape) if len(args) > 1 else None
    elif getattr(operation, "axis", None) in (-1, len(shape) - 1):
        found = range(number, number + 1) if kind == "Unstack" else _part(operation, shape[-1], number)
    else:
        found = None
    return {} if not found else {"channels": [found.start, found.stop]}


def _sliced(key: Any, shape: tuple[int | None, ...]) -> range | None:
    """What `x[key]` takes of the last axis, if it takes all of the others."""
    keys = list(key) if isinstance(key, tuple | list) else [key]  # a configuration has lists
    dots = [place for place, each in enumerate(keys) if each is Ellipsis]
    if dots:
        keys[dots[0] : dots[0] + 1] = [slice(None)] * (len(shape) - len(keys) + 1)
    size = shape[-1]
    if len(keys) != len(shape) or size is None or not all(map(_is_all, keys[:-1])):
        return None
    last = keys[-1]
    if isinstance(last, slice):
        taken = range(*last.indices(size))
        return taken if taken.step == 1 else None
    is_one = type(last) is int and -size <= last < size
    return range(last % size, last % size + 1) if is_one else None


def _is_all(key: Any) -> bool:
    return isinstance(key, slice) and (key.start or 0, key.stop, key.step or 1) == (0, None, 1)


def _part(operation: Any, size: int | None, number: int) -> range | None:
    """The part of that number which `ops.split` makes of so many channels."""
    cuts = getattr(operation, "indices_or_sections", None)
    if size is None or cuts is None:
        return None
    if isinstance(cuts, int):
        return range(size // cuts * number, size // cuts * (number + 1))
    places = [0, *map(int, cuts), size]
    return range(*places[number : number + 2])
