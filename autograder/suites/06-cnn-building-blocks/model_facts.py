"""What is looked at in a block that a student's function builds: the graph between the tensor given and the one
returned. Each look picks from it what one check is about."""

from __future__ import annotations

from typing import Any

from fcnkit.suite import Case, Look, ReturnedModel, channels_of, models

from . import graph_paths, properties

Facts = dict[str, Any]


class Verbatim(str):
    """Text that stands on a page as it is."""

    __slots__ = ()
    __repr__ = str.__str__


class Ways(frozenset[graph_paths.Way]):
    """The ways through a block: each is written as `x → 3×3 → 3×3 → +`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return " | ".join(map(_written, sorted(self, key=len, reverse=True))) or "–"


class Resized(tuple[int | None, ...]):
    """A size that a layer made whatever it was before."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{tuple(self)} (Resizing)"


class Shared(int):
    """The channels of two blocks in a row that have a layer with weights in common."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{int(self)} (…, 1 layer × 2)"


RESIZING = ("Resizing", "Resize")
"""The layer, and the operation `keras.ops.image.resize`."""


def _written(way: graph_paths.Way) -> str:
    """Convolutions and where ways meet; of a shortcut, all that lies on it."""
    meetings = (graph_paths.SUM, graph_paths.CONCAT, "Multiply")
    shown = [each for each in way if "×" in each or each in meetings] if graph_paths.is_spatial(way) else way
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


def size(facts: Facts) -> tuple[int | None, ...]:
    """(H, W) of the tensor returned."""
    return Resized(shape(facts)[:-1]) if is_resized(facts) else shape(facts)[:-1]


def is_resized(facts: Facts) -> bool:
    return any(kind in RESIZING for kind, _, _ in facts["steps"])


def channels_of_two(facts: Facts) -> int | None:
    found = channels(facts)
    return Shared(found) if found is not None and shares_layers(facts) else found


def shares_layers(facts: Facts) -> bool:
    """Whether a layer with a kernel is used at several places."""
    pairs = zip(facts["operations"], facts["settings"], strict=True)
    used = [operation for operation, settings in pairs if "kernel_size" in settings]
    return len(set(used)) < len(used)


def _ways(facts: Facts) -> Ways:
    return Ways(graph_paths.ways(facts))


SIZE = Look(graph, size, (models.UNPADDED, models.RESIZING))
CHANNELS = Look(graph, channels, channels_of("filters"))
STACKED = Look(graph, channels_of_two, channels_of("filters"))
SEPARABLE = Look(graph, _ways, (properties.KERNEL, properties.COUNT))
SUMMED = Look(graph, _ways, (properties.KERNEL, properties.SUMLESS))
IDENTITY = Look(graph, _ways, (properties.SUMLESS, properties.SHORTCUT))
PROJECTION = Look(graph, _ways, (properties.SUMLESS, properties.PROJECTION))
