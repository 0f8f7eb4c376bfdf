"""What is looked at in a block that a student's function builds: the graph between the tensor given and the one
returned. Each look picks from it what one check is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from fcnkit.suite import Case, Look, ReturnedModel, channels_of, models

from . import channel_sources, graph_paths, properties

Facts = dict[str, Any]


class Verbatim(str):
    """Text that stands on a page as it is."""

    __slots__ = ()
    __repr__ = str.__str__


class Ways(frozenset[graph_paths.Way]):
    """The ways through a block: each is written as `x → 3×3 → 3×3 → +`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return " | ".join(map(_written, sorted(self, key=lambda way: (-len(way), str(way))))) or "–"


class IdleWays(Ways):
    """Those that are left where the weights of some convolutions make no difference."""

    __slots__ = ()


class Resized(tuple[int | None, ...]):
    """A size that a layer made whatever it was before."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{tuple(self)} (Resizing)"


class Filled(tuple[int | None, ...]):
    """A size that zeros were put around a smaller tensor for."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{tuple(self)} (… → ZeroPadding2D)"


class Shared(int):
    """The channels of two blocks in a row that have a layer with weights in common."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{int(self)} (…, 1 layer × 2)"


RESIZING = ("Resizing", "Resize")
"""The layer, and the operation `keras.ops.image.resize`."""
PADDING = ("ZeroPadding2D", "Pad")
"""The layer, and the operation `keras.ops.pad`."""
PASSING = (
    "InputLayer", "Identity", "Add", "Concatenate", "ExpandDims", "BatchNormalization", "LayerNormalization",
    "GroupNormalization", "Activation", "ReLU", "Relu", "Gelu", "Silu", "Dense", "ZeroPadding2D",
)  # fmt: skip
"""What most blocks are made of, beside convolutions: only where there is more is it worth computing what matters."""
SMALL = 0.01
"""Of an `epsilon` in a normalisation, at most."""
SEED = 20260512


def _written(way: graph_paths.Way) -> str:
    """Convolutions and where ways meet; of a shortcut, all that lies on it."""
    meetings = (graph_paths.SUM, graph_paths.CONCAT, "Multiply")
    shown = [each for each in way if "×" in each or each in meetings] if graph_paths.is_spatial(way) else way
    return " → ".join(("x", *shown))


def graph(model: ReturnedModel, case: Case) -> Facts:
    """The graph for the height and width of the tensor that was given."""
    height, width, _ = case.args[0].shape
    return _with_sums_of_stacks(model.trace((height, width)))


def _with_sums_of_stacks(facts: Facts) -> Facts:
    """`ops.sum(ops.stack([x, y], axis), axis)` is the sum of the two: an `Add` of what was stacked."""
    steps = list(facts["steps"])
    stacks = {place: stack for place in range(len(steps)) if (stack := _stack_summed(facts, place)) is not None}
    for place, stack in stacks.items():
        steps[place] = "Add", steps[stack][1], steps[place][2]
    used = {place for _, inputs, _ in steps for place in inputs}
    for stack in set(stacks.values()) - used:  # it is no place where ways meet
        steps[stack] = "Identity", steps[stack][1][:1], steps[stack][2]
    return facts | {"steps": steps}


def _stack_summed(facts: Facts, place: int) -> int | None:
    """The place of the stack of tensors that this step adds up to one of them, if it does."""
    kind, inputs, shape = facts["steps"][place]
    if kind != "Sum" or facts["steps"][inputs[0]][0] != "Stack":
        return None
    rank = len(facts["steps"][inputs[0]][2]) + 1
    summed, stacked = ([n % rank for n in facts["settings"][each].get("axis", ())] for each in (place, inputs[0]))
    return inputs[0] if summed == stacked and len(shape) == rank - 2 else None


def graph_in_use(model: ReturnedModel, case: Case) -> Facts:
    """Likewise, with the convolutions that make no difference in `idle`."""
    facts = graph(model, case)
    if all(map(_passes_on, facts["steps"], facts["settings"], _behind_kernels(facts))):
        return facts
    images = np.random.default_rng(SEED).normal(size=(1, *case.args[0].shape)).astype("float32")
    return {**facts, "idle": model.idle(images, SEED)}


def _behind_kernels(facts: Facts) -> list[bool]:
    """Of each step, whether a convolution comes before it."""
    found: list[bool] = []
    for _, inputs, _ in facts["steps"]:
        found.append(any(found[place] or "kernel_size" in facts["settings"][place] for place in inputs))
    return found


def _passes_on(step: tuple[Any, ...], settings: Mapping[str, Any], is_behind: bool) -> bool:
    """Whether this is one of the usual operations, set so that what it is given has an influence on what it gives.

    Channels that are taken out of what no convolution gave are some of the input's; others might leave one's out.
    """
    is_usual = step[0] in PASSING or "kernel_size" in settings or ("channels" in settings and not is_behind)
    return (
        is_usual
        and settings.get("epsilon", 0) <= SMALL
        and settings.get("max_value", 1) >= 1
        and not (settings.get("threshold"))
    )


def shape(facts: Facts) -> tuple[int | None, ...]:
    """(H, W, channels) of the tensor returned."""
    *_, (_, _, last) = facts["steps"]
    return tuple(last)


def channels(facts: Facts) -> int | None:
    """Of the tensor returned; None where it has no axes."""
    return shape(facts)[-1] if shape(facts) else None


def size(facts: Facts) -> tuple[int | None, ...]:
    """(H, W) of the tensor returned."""
    found = shape(facts)[:-1]
    return Resized(found) if is_resized(facts) else Filled(found) if is_filled(facts) else found


def is_filled(facts: Facts) -> bool:
    """Whether something is put around a tensor that has lost a border: what was lost does not come back so."""
    steps = facts["steps"]
    whole = steps[0][2][:-1]
    sides = [
        zip(whole, steps[inputs[0]][2][:-1], after[:-1], strict=False)
        for kind, inputs, after in steps
        if kind in PADDING and len(after) == 3
    ]
    return any(
        None not in (side, before, after) and before < side and before < after
        for each in sides
        for side, before, after in each
    )


def is_resized(facts: Facts) -> bool:
    return any(kind in RESIZING for kind, _, _ in facts["steps"])


def channels_of_two(facts: Facts) -> int | None:
    found = channels(facts)
    return Shared(found) if found is not None and shares_layers(facts) else found


def shares_layers(facts: Facts) -> bool:
    """Whether a layer with a kernel is used again behind itself, as it is where two blocks in a row share it."""
    before: list[frozenset[int]] = []
    for (_, inputs, _), operation, settings in zip(facts["steps"], facts["operations"], facts["settings"], strict=True):
        found = frozenset[int]().union(*(before[place] for place in inputs))
        if "kernel_size" in settings and operation in found:
            return True
        before.append(found | {operation})
    return False


def apart_in_use(model: ReturnedModel, case: Case) -> Facts:
    """Likewise, with convolutions of one channel as depthwise ones."""
    return channel_sources.told_apart(graph_in_use(model, case))


def _ways(facts: Facts) -> Ways:
    return (IdleWays if facts.get("idle") else Ways)(graph_paths.ways(facts))


SIZE = Look(graph, size, (models.UNPADDED, models.RESIZING))
CHANNELS = Look(graph, channels, channels_of("filters"))
STACKED = Look(graph, channels_of_two, channels_of("filters"))
SEPARABLE = Look(apart_in_use, _ways, (properties.KERNEL, properties.COUNT, properties.WAYS))
SUMMED = Look(graph_in_use, _ways, (properties.KERNEL, properties.SUMLESS))
IDENTITY = Look(graph_in_use, _ways, (properties.SUMLESS, properties.SHORTCUT))
PROJECTION = Look(graph_in_use, _ways, (properties.SUMLESS, properties.PROJECTION))
