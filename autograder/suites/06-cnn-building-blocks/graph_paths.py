"""The ways through a block from its input to its output, read off its graph: what lies on each, one after another.

Layers are told by what they do: a separable convolution is a depthwise and a 1×1 one, a convolution with a group for
each channel is depthwise, `x + shortcut` is an `Add` layer, and a nested model is what is inside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from .channel_sources import OF_SOME, SHARED

Way = tuple[str, ...]
"""What lies on it: `3×3`, `3×3 depthwise`, `1×1`, `+`, `concat`, or the kind of any other layer.

Behind a convolution stands `shared` where its kernel is used at several places, and `[31/32]` where it takes 31 of 32
channels.
"""

SUM, CONCAT, POINTWISE, DEPTHWISE = "+", "concat", "1×1", "3×3 depthwise"
SPATIAL = ("3×3", DEPTHWISE, "3×3 in groups")
"""What counts as a 3×3 convolution."""
MAX_WAYS = 200
"""That are told apart: an honest block has a handful."""
MAX_LENGTH = 60
"""Of a way that is looked at."""

FIRST = "channels_first"
"""A `data_format` that takes the rows of `x` for its channels."""

_NAMES = {"Add": SUM, "Concatenate": CONCAT}
_NOTHING = ("InputLayer", "Identity")
"""Layers that leave everything as it is, the one in a nested model included."""
DROPOUTS = ("Dropout", "SpatialDropout2D", "AlphaDropout", "GaussianDropout", "GaussianNoise")
"""Layers that act in training alone."""


def ways(facts: Mapping[str, Any]) -> frozenset[Way]:
    """Every way from the input to the output; equal ones count once. `facts` are those of `model_facts.graph_in_use`.

    What passes a convolution whose weights make no difference is no way: nothing is learned along it.
    """
    steps = facts["steps"]
    found: list[dict[Way, None]] = []
    idle = [number in facts.get("idle", ()) for number in facts.get("operations", steps)]
    sources = _sources(facts)
    for (kind, inputs, _), settings, is_idle in zip(steps, facts["settings"], idle, strict=True):
        if is_idle:
            found.append({})
            continue
        if not inputs:
            found.append({(): None} if not found else {})
            continue
        meets_itself = kind == "Add" and len({sources[place] for place in inputs}) == 1
        passed = () if meets_itself else tuple(_passed(kind, settings, steps[inputs[0]][2]))
        here: dict[Way, None] = {}
        for way in chain.from_iterable(found[place] for place in inputs):
            here[(way + passed)[:MAX_LENGTH]] = None
            if len(here) == MAX_WAYS:
                break
        found.append(here)
    return frozenset(found[-1])


def _sources(facts: Mapping[str, Any]) -> list[int]:
    """For each step the last one before it, or itself, that does more than change each number by itself.

    A sum of what has one source is no place where ways meet: activations are written so, as in `relu(x) + 0.1 * x`.
    """
    found: list[int] = []
    steps = facts["steps"]
    for number, ((kind, inputs, shape), settings) in enumerate(zip(steps, facts["settings"], strict=True)):
        before = {found[place] for place in inputs}
        mixes = "kernel_size" in settings or kind in ("Dense", "EinsumDense", "Concatenate")
        is_elementwise = not mixes and all(steps[place][2] == shape for place in inputs)
        found.append(before.pop() if len(before) == 1 and is_elementwise else number)
    return found


def _passed(kind: str, settings: Mapping[str, Any], before: Sequence[int | None]) -> Iterator[str]:
    """What one step puts on a way; `before` is the shape that it takes."""
    covered = "".join(" [{}/{}]".format(*settings[each]) for each in (OF_SOME,) if each in settings)
    if settings.get("data_format") == FIRST and "kernel_size" in settings:
        yield "×".join(map(str, settings["kernel_size"])) + f" {FIRST}"
    elif "kernel_size" in settings:
        size = "×".join(map(str, settings["kernel_size"]))
        shared = f" {SHARED}" if SHARED in settings else ""
        if kind == "SeparableConv2D":
            yield from (f"{size} depthwise", POINTWISE + covered)
        else:
            yield size + _manner(kind, settings.get("groups", 1), before[-1]) + shared + covered
    elif kind == "Dense":
        yield POINTWISE + covered
    elif kind not in _NOTHING and not (kind == "Activation" and settings.get("activation") == "linear"):
        yield _NAMES.get(kind, kind)


def _manner(kind: str, groups: int, channels: int | None) -> str:
    """What is particular about a convolution."""
    if kind == "DepthwiseConv2D" or groups == channels != 1:
        return " depthwise"
    if kind != "Conv2D":
        return f" {kind}"
    return " in groups" if groups > 1 else ""


def convolutions(way: Way) -> list[str]:
    """Those on a way, in their order."""
    return [passed for passed in way if "×" in passed]


def is_spatial(way: Way) -> bool:
    """Whether a 3×3 convolution lies on it."""
    return any(passed in SPATIAL for passed in way)


def shortcuts(found: frozenset[Way]) -> list[Way]:
    """The ways that pass every 3×3 convolution by and end up in a sum, if there is anything to be passed by."""
    if not any(map(does_much, found)):
        return []
    return [way for way in found if SUM in way and not is_spatial(way)]


def does_much(way: Way) -> bool:
    """Whether more than a single 1×1 convolution lies on it, up to the first sum."""
    passed = convolutions(way[: way.index(SUM)] if SUM in way else way)
    return len(passed) > 1 or any(each != POINTWISE for each in passed)


def is_identity(way: Way) -> bool:
    """Whether the input itself arrives at the sum, and no convolution follows."""
    return way.index(SUM) == 0 and not convolutions(way)
