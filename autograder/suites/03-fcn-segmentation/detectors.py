"""Signs in the facts about a model, as `model_facts.py` finds them out, by which a misconception is known."""

from __future__ import annotations

import math

from fcnkit.suite import is_unpadded, steps_of

from . import model_facts, scale_paths
from .model_facts import Facts

DENSE = ("Dense", "EinsumDense")
_ROUNDED = 1e-6
"""By how much a channel that is divided by the length of all may come out above 1, in float32."""


def products(facts: Facts) -> list[tuple[int, int]]:
    """For each way through the model, by how much it shrinks and enlarges: first in height, then in width.

    Nothing where channels come first: what the ways tell is not height and width then.
    """
    if channels_first(facts):
        return []
    return [
        (
            math.prod(factor[axis] for factor in _factors(way, "down")),
            math.prod(factor[axis] for factor in _factors(way, "up")),
        )
        for way in scale_paths.paths(facts["steps"])
        for axis in (0, 1)
    ]


def _factors(way: scale_paths.Path, direction: str) -> list[scale_paths.Factor]:
    return [factor for change, factor in way if change == direction]


def _shrinks_first(way: scale_paths.Path) -> bool:
    """Whether nothing is shrunk once something has been enlarged."""
    return all(change == "down" for change, _ in way[: len(_factors(way, "down"))])


def enlarges_first(facts: Facts) -> bool:
    """Whether on some way the first change enlarges, and a later one shrinks."""
    return any(way and way[0][0] == "up" and _factors(way, "down") for way in scale_paths.paths(facts["steps"]))


def same_order(way: scale_paths.Path) -> bool:
    """Whether all the downs come first, then the ups in their very order; or there are none of either."""
    down, up = _factors(way, "down"), _factors(way, "up")
    return down == up and _shrinks_first(way)


def at_once(way: scale_paths.Path) -> bool:
    """Whether a way first shrinks, then gets back to its size in fewer steps; or is mirrored."""
    down, up = _factors(way, "down"), _factors(way, "up")
    shrunk, enlarged = (tuple(map(math.prod, zip(*factors, strict=True))) for factors in (down, up))
    return scale_paths.is_mirrored(way) or (_shrinks_first(way) and len(up) < len(down) and shrunk == enlarged)


def unmirrored(facts: Facts) -> bool:
    return not all(map(scale_paths.is_mirrored, scale_paths.paths(facts["steps"])))


def has(facts: Facts, *kinds: str) -> bool:
    return any(kind.startswith(kinds) for kind, _ in facts["layers"])


def ends_in_dense(facts: Facts) -> bool:
    """Whether the last layer that mixes channels is a Dense one."""
    steps = zip(facts["steps"], facts["settings"], strict=True)
    mixing = [kind for (kind, _, _), settings in steps if "kernel_size" in settings or kind in DENSE]
    return bool(mixing) and mixing[-1] in DENSE


def loses_places(facts: Facts) -> bool:
    """Whether no way through the model passes its Flatten layers and global pooling by, as an attention's way does."""
    keeps: list[bool] = []
    for place, (kind, inputs, _) in enumerate(facts["steps"]):
        is_reached = any(keeps[before] for before in inputs) if inputs else place == 0
        keeps.append(is_reached and not kind.startswith(("Flatten", "Global")))
    return not keeps[-1]


def probable(facts: Facts) -> bool:
    """Whether all that a model gave lies between 0 and 1, but for rounding; False where none was run."""
    low, high = facts.get("range", (-1, 2))
    return low >= 0 and high <= 1 + _ROUNDED


def ends_in_sigmoid(facts: Facts) -> bool:
    """Whether there is a sigmoid of each of several classes and no softmax, and all that a model gave is in 0..1."""
    *_, (_, _, output) = facts["steps"]
    found = [name for _, name in facts["layers"]] + [kind.lower() for kind, _, _ in facts["steps"]]
    return probable(facts) and "sigmoid" in found and not softmaxes(facts) and output[-1] != 1


def peak(facts: Facts) -> float:
    """The largest value that reaches the first convolution; 0 where that was not looked at."""
    seen = facts.get("entrance")
    return seen.peak if seen is not None else 0.0


def softmaxes(facts: Facts) -> int:
    return sum(kind == "Softmax" for kind, _, _ in facts["steps"]) + sum(
        activation == "softmax" for _, activation in facts["layers"]
    )


def softmax_again(facts: Facts) -> bool:
    """Whether a softmax is applied to what one has given already, with nothing between that mixes channels."""
    given: list[bool] = []
    for (kind, inputs, _), settings in zip(facts["steps"], facts["settings"], strict=True):
        mixes = "kernel_size" in settings or kind in DENSE
        is_softmax = "softmax" in (kind.lower(), settings.get("activation"))
        was_given = not mixes and any(given[before] for before in inputs)
        if is_softmax and was_given:
            return True
        given.append(is_softmax or was_given)
    return False


def is_network(facts: Facts) -> bool:
    """Whether there is more than one layer that mixes channels: of less it is not told what its author believes."""
    layers = zip(facts["steps"], facts["settings"], strict=True)
    return sum("kernel_size" in settings or kind in DENSE for (kind, _, _), settings in layers) > 1


def sees_pixels_alone(facts: Facts) -> bool:
    """Whether no layer looks around: an enlarging kernel no larger than its stride lays pixels out side by side."""
    before = {place: facts["steps"][inputs[0]][2] for place, (_, inputs, _) in enumerate(facts["steps"]) if inputs}
    for place, ((kind, _, shape), settings) in enumerate(zip(facts["steps"], facts["settings"], strict=True)):
        stride = shape[0] // max(before[place][0], 1) if kind == "Conv2DTranspose" else 1
        if "Pooling" in kind or max(settings.get("kernel_size", (1,))) > stride:
            return False
    return True


def lacks_padding(facts: Facts) -> bool:
    """Whether a convolution makes sizes other than its stride does, for want of padding."""
    return any("kernel_size" in step.settings and is_unpadded(step) for step in steps_of(facts))


def takes_another_size(facts: Facts, img_size: tuple[int, int]) -> bool:
    """Whether the input has a size of its own, and neither the one that is asked for nor that one turned."""
    declared = tuple(facts["inputs"][:2])
    return None not in declared and declared not in (tuple(img_size), tuple(img_size[::-1]))


def over_other_axis(facts: Facts) -> bool:
    """Whether there is one softmax, a layer or an operation, and not over the channels."""
    axes = [
        settings.get("axis")
        for (kind, _, _), settings in zip(facts["steps"], facts["settings"], strict=True)
        if kind == "Softmax"
    ]
    return softmaxes(facts) == len(axes) == 1 and axes[0] is not None and axes[0] not in ([-1], [3])


def channels_first(facts: Facts) -> bool:
    """Whether a convolution takes the first axis for the channels."""
    return any(
        settings.get("data_format") == "channels_first" and "kernel_size" in settings for settings in facts["settings"]
    )


def weighted_by_all(facts: Facts) -> bool:
    """Whether something is multiplied by what comes of a global pooling, as in squeeze-and-excitation."""
    pooled: list[bool] = []
    for kind, inputs, _ in facts["steps"]:
        given = [pooled[place] for place in inputs]
        if kind == "Multiply" and set(given) == {True, False} and not loses_places(facts):
            return True
        pooled.append(kind.startswith("Global") or (bool(given) and all(given)))
    return False


def in_a_row(facts: Facts, img_size: tuple[int, int]) -> bool:
    """Whether the output has one axis for all pixels."""
    return model_facts.size(facts) == (math.prod(img_size),)


def mean_taken_off(facts: Facts) -> bool:
    """Whether values of either sign reach the first convolution, as far apart as those of pixels are."""
    seen = facts.get("entrance")
    return seen is not None and seen.low < -50 and 100 < seen.high <= 200 and seen.peak <= 200
