"""From which channel of a block's input each channel of a step comes, as long as nothing mixes them.

A depthwise convolution may be written as a convolution of its own for each channel, which is sliced off `x` and
concatenated again. It is one where each channel of the input has as many kernels as any other, and none is shared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

Sources = tuple[int, ...] | None
"""For each channel the one of the block's input; None where channels are mixed, or it cannot be told; empty where they
were merged by other means than a convolution."""

LAST = ([-1], [3])
"""The axis of the channels, as settings have it."""
SHARED, OF_SOME = "shared", "covered"
"""Settings that `told_apart` adds: a kernel is used at several places, how many channels come in."""
_MIXING = ("Dense", "EinsumDense", "SeparableConv2D")


def told_apart(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts about a graph, where convolutions of one channel are depthwise, and those of some channels marked."""
    found = sources(facts)
    wanted = facts["steps"][0][2][-1]
    uses = Counter(facts["operations"])
    steps, all_settings = [], []
    for place, (step, settings) in enumerate(zip(facts["steps"], facts["settings"], strict=True)):
        kind, inputs, shape = step
        new = dict(settings)
        if inputs and ("kernel_size" in settings or kind == "Dense"):
            given = found[inputs[0]]
            if kind == "Conv2D" and given is not None and settings.get("groups", 1) == len(given):
                kind = "DepthwiseConv2D"
            if kind == "DepthwiseConv2D" and uses[facts["operations"][place]] > 1:
                new[SHARED] = True
            if kind != "DepthwiseConv2D" and not _is_even(given, wanted):
                new[OF_SOME] = _covered(given or (), wanted)
        steps.append((kind, inputs, shape))
        all_settings.append(new)
    return {**facts, "steps": steps, "settings": all_settings}


def _is_even(given: Sources, wanted: int) -> bool:
    """Whether each channel of the block's input comes in, and as often as any other, for all that is known."""
    if given is None:
        return True
    often = Counter(given)
    return len(often) == wanted and len(set(often.values())) == 1


def _covered(given: Sequence[int], wanted: int) -> tuple[int, int]:
    """How many of how many channels come in: different ones, or all where none is missing."""
    different = len(set(given))
    return (different if different < wanted else len(given)), wanted


def sources(facts: Mapping[str, Any]) -> list[Sources]:
    """Those of each step of a graph."""
    steps = facts["steps"]
    found: list[Sources] = []
    for (kind, inputs, shape), settings in zip(steps, facts["settings"], strict=True):
        if not inputs:
            found.append(tuple(range(shape[-1])) if not found else None)
            continue
        given = [found[place] for place in inputs]
        found.append(_after(kind, settings, shape, given, [steps[place][2] for place in inputs]))
    return found


def _after(
    kind: str, settings: Mapping[str, Any], shape: Sequence[Any], given: list[Sources], before: list[Sequence[Any]]
) -> Sources:
    first = given[0]
    if "channels" in settings:
        return None if first is None else first[slice(*settings["channels"])]
    if kind == "Concatenate":
        known = [each for each in given if each is not None]
        return sum(known, ()) if len(known) == len(given) and settings.get("axis") in LAST else None
    if "kernel_size" in settings:
        return _through_a_kernel(kind, settings, shape, first)
    if kind in _MIXING:
        return None
    if kind == "ExpandDims":
        return first if len(first or ()) == shape[-1] == 1 else None
    return _each_by_itself(shape, given, before)


def _through_a_kernel(kind: str, settings: Mapping[str, Any], shape: Sequence[Any], first: Sources) -> Sources:
    """A kernel for each channel, or several, keeps channels apart."""
    is_apart = kind == "DepthwiseConv2D" or (kind == "Conv2D" and settings.get("groups", 1) == len(first or ()))
    if not first or not is_apart or shape[-1] % len(first):
        return first if is_apart else None
    return tuple(source for source in first for _ in range(shape[-1] // len(first)))


def _each_by_itself(shape: Sequence[Any], given: list[Sources], before: list[Sequence[Any]]) -> Sources:
    """An operation that changes no channels; what has other channels is spread over them, as a mean is."""
    if len(shape) == 3 and all(one and len(one) > shape[-1] for one in given):
        return ()
    first = given[0]
    if len(given) == 1 and first and len(shape) == 3 and shape[-1] > len(first) and shape[-1] % len(first) == 0:
        return first * (shape[-1] // len(first))  # repeated or tiled: no channel that was left out comes back
    as_before = {one for one, size in zip(given, before, strict=True) if size[-1:] == shape[-1:] and len(size) == 3}
    return as_before.pop() if len(as_before) == 1 and len(shape) == 3 else None
