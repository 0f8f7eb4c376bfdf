"""Signs in the facts about a block, as `model_facts.py` finds them out, by which a misconception is known."""

from __future__ import annotations

import numpy as np

from fcnkit.suite import Input

from . import graph_paths, model_facts
from .model_facts import Facts

ACTIVATIONS = ("Activation", "ReLU", "Relu", "LeakyReLU", "PReLU", "ELU", "Gelu", "Silu", "Swish", "Sigmoid", "Tanh")
"""Layers and operations."""
CROPPING = ("Cropping2D", "CenterCrop", "GetItem")
"""`x[:, 2:-2, 2:-2]` is the last."""


def convolutions(facts: Facts) -> set[tuple[str, ...]]:
    """What lies on each way, other layers left out."""
    return {tuple(graph_paths.convolutions(way)) for way in graph_paths.ways(facts)}


def kernels(facts: Facts) -> set[str]:
    return {kernel for way in convolutions(facts) for kernel in way}


def channels_first(facts: Facts) -> bool:
    """Whether a convolution takes rows for channels."""
    return any(
        settings.get("data_format") == graph_paths.FIRST and "kernel_size" in settings for settings in facts["settings"]
    )


def marked(facts: Facts, mark: str) -> bool:
    """Whether a convolution has this mark."""
    return any(f" {mark}" in kernel for kernel in kernels(facts))


def channels_kept(facts: Facts, x: Input, filters: int) -> bool:
    return model_facts.channels(facts) == x.shape[-1] != filters


def halved(facts: Facts, x: Input, _filters: int) -> bool:
    """Whether a convolution has a stride, and height or width is half or less."""
    is_halved = any(
        after is not None and after <= (before + 1) // 2
        for before, after in zip(x.shape[:2], model_facts.shape(facts)[:2], strict=False)
    )
    return is_halved and any(
        "kernel_size" in settings and np.max(settings.get("strides", 1)) > 1 for settings in facts["settings"]
    )


def has(facts: Facts, passed: str) -> bool:
    return any(passed in way for way in graph_paths.ways(facts))


def _meetings(facts: Facts) -> list[tuple[str, bool]]:
    """Where ways meet: what kind of layer that is, and whether it takes one tensor several times."""
    return [(kind, len(set(inputs)) == 1) for kind, inputs, _ in facts["steps"] if len(inputs) > 1]


def never_met(facts: Facts) -> bool:
    """Whether convolutions, at least two, follow one another and no ways meet."""
    return any(len(passed) > 1 for passed in convolutions(facts)) and not _meetings(facts)


def met_otherwise(facts: Facts) -> bool:
    """Whether a shortcut meets the convolutions, and is neither added nor concatenated anywhere."""
    kinds = {kind for kind, is_itself in _meetings(facts) if not is_itself}
    is_spatial = {graph_paths.is_spatial(way) for way in graph_paths.ways(facts)}
    return bool(kinds) and is_spatial == {True, False} and not kinds & {"Add", "Concatenate"}


def added_to_itself(facts: Facts) -> bool:
    """Whether what the convolutions give is added to itself, and no shortcut to anything."""
    found = graph_paths.ways(facts)
    is_convolved = any(map(graph_paths.does_much, found))
    return is_convolved and ("Add", True) in _meetings(facts) and not graph_paths.shortcuts(found)


def convolved_after_the_sum(facts: Facts, x: Input) -> bool:
    """Whether a shortcut and convolutions are added, and another convolution follows, which is not the next block's."""
    if x.times > 1:
        return False
    parts = [
        (way[: way.index(graph_paths.SUM)], way[way.index(graph_paths.SUM) :])
        for way in graph_paths.ways(facts)
        if graph_paths.SUM in way
    ]
    followed = {graph_paths.is_spatial(before) for before, after in parts if graph_paths.convolutions(after)}
    return followed == {True, False}


def always_projected(facts: Facts, x: Input, filters: int) -> bool:
    found = _before_the_sum(facts)
    return x.shape[-1] == filters and bool(found) and all(map(graph_paths.convolutions, found))


def projected_by_three_by_three(facts: Facts, x: Input, _filters: int) -> bool:
    """Whether a way of a single 3×3 convolution, or separable one, meets another in a sum, after which none follows."""
    if graph_paths.shortcuts(graph_paths.ways(facts)) or convolved_after_the_sum(facts, x):
        return False
    if branches_off_late(facts, x):
        return False
    singles = ["3×3"], [graph_paths.DEPTHWISE, graph_paths.POINTWISE]
    return any(graph_paths.convolutions(way) in singles for way in graph_paths.ways(facts) if graph_paths.SUM in way)


def branches_off_late(facts: Facts, x: Input) -> bool:
    """Whether all that is added has gone through one and the same convolution at first, and none follows the sum."""
    is_added = any(kind == "Add" and not is_itself for kind, is_itself in _meetings(facts))
    if not is_added or graph_paths.shortcuts(graph_paths.ways(facts)) or convolved_after_the_sum(facts, x):
        return False
    return _at_the_input(facts) == 1


def _at_the_input(facts: Facts) -> int:
    """How many convolutions take what no other convolution has changed; a tensor that none has changed counts, too."""
    is_new: list[bool] = []
    found = 0
    for (kind, inputs, _), settings in zip(facts["steps"], facts["settings"], strict=True):
        comes_new = not inputs or any(is_new[place] for place in inputs)
        is_convolution = "kernel_size" in settings
        found += comes_new and (is_convolution or kind == "Add")
        is_new.append(comes_new and not is_convolution)
    return found


def _before_the_sum(facts: Facts) -> list[graph_paths.Way]:
    """What lies on each shortcut up to the sum."""
    return [way[: way.index(graph_paths.SUM)] for way in graph_paths.shortcuts(graph_paths.ways(facts))]


def _on_bare_shortcuts(facts: Facts, x: Input, filters: int) -> list[graph_paths.Way]:
    """What lies before the sum on each shortcut without a convolution, where none of them is the input itself."""
    bare = [before for before in _before_the_sum(facts) if not graph_paths.convolutions(before)]
    return bare if x.shape[-1] == filters and all(bare) else []


def _lies_on_shortcuts(facts: Facts, x: Input, filters: int, *kinds: str) -> bool:
    """Whether each shortcut without a convolution passes something of these kinds, and nothing else."""
    found = _on_bare_shortcuts(facts, x, filters)
    return bool(found) and all(passed.endswith(kinds) for way in found for passed in way)


def normalised_shortcut(facts: Facts, x: Input, filters: int) -> bool:
    return _lies_on_shortcuts(facts, x, filters, "Normalization", *ACTIVATIONS)


def dropped_shortcut(facts: Facts, x: Input, filters: int) -> bool:
    return _lies_on_shortcuts(facts, x, filters, *graph_paths.DROPOUTS)


def cut_or_filled_channels(facts: Facts, x: Input, filters: int) -> bool:
    """Whether channels are cut off or filled up with zeros on each shortcut, without a convolution."""
    found = _before_the_sum(facts)
    return (
        x.shape[-1] != filters == model_facts.channels(facts)
        and bool(found)
        and all(
            not graph_paths.convolutions(before) and any(passed in ("Pad", "GetItem", "Split") for passed in before)
            for before in found
        )
    )


def cropped_shortcut(facts: Facts, x: Input, _filters: int) -> bool:
    """Whether a shortcut is cropped, and the output is a few pixels smaller."""
    is_smaller = not halved(facts, x, _filters) and all(
        after is not None and after < before
        for before, after in zip(x.shape[:2], model_facts.shape(facts)[:2], strict=False)
    )
    return is_smaller and any(passed in CROPPING for way in _before_the_sum(facts) for passed in way)


def does_not_fit(type: str | None, message: str) -> bool:
    """Whether Keras was to merge tensors of different shapes: it says so in two ways."""
    return type == "ValueError" and any(said in message for said in ("incompatible shapes", "annot broadcast shape"))
