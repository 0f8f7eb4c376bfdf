"""What is looked at in a student's model: facts from its graph, from one prediction and from a short training.

Each `measure` returns the facts of the graph, as `fcnkit.grading.worker.model_inspection.trace` has them, with what it
found besides; each `theme` picks from them what one check is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from fcnkit.suite import Case, Look, ReturnedModel, channels_of, models

from . import scale_paths
from .properties import SCALING

Facts = dict[str, Any]

NOT_CONVOLUTIONAL = ("Dense", "EinsumDense", "Flatten")
RESIZING = ("Resizing", "Resize")
"""The layer, and the operation `keras.ops.image.resize`."""
STEPS = 240
GOAL = 0.5
"""Of the training loss. Guessing three classes gives 1.10; softmax applied twice cannot come below 0.55."""
NOISE = 130
"""The standard deviation in the pictures of the training: as much as lies between a stripe's colours."""

EDGE = 8
"""Rows and columns at the edges of an image that are changed: a cell of the smallest map that a model may make."""
NEAR = 24
"""How far from there the output may be another: three such cells, as pooling and smooth enlarging spread it."""
HARDLY = 1e-3
"""Part of the largest value in an output that does not count as a difference."""


class Verbatim(str):
    """Text that stands on a page as it is."""

    __slots__ = ()
    __repr__ = str.__str__


class Ways(frozenset[scale_paths.Path]):
    """The ways through a model: each is written as `÷2 ÷2 ×2 ×2`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return " | ".join(map(_written, sorted(self, key=lambda way: (-len(way), str(way))))) or "–"


@dataclass(frozen=True)
class Scaling:
    """How a model shrinks and enlarges its image."""

    ways: Ways
    is_resized: bool
    """Whether a layer brings the image to a size, whatever it was."""
    is_pooled: bool
    """Whether all positions of an image become one at once."""
    works_where: frozenset[str]
    """Where a convolution looks around besides at the image's own size: "down", "up"."""

    def __repr__(self) -> str:
        return repr(self.ways) + (" (Resizing)" if self.is_resized else "")


@dataclass(frozen=True)
class ChannelSums:
    """What the channels of each pixel add up to, and the least and the greatest output."""

    sums: Any
    range: tuple[float, float]

    def __repr__(self) -> str:
        return f"Σ {self.sums.min():.3g} … {self.sums.max():.3g}, {self.range[0]:.3g} … {self.range[1]:.3g}"


@dataclass(frozen=True)
class Entrance:
    """The least and the greatest value that reaches the first layers with kernels."""

    low: float
    high: float

    @property
    def peak(self) -> float:
        return max(abs(self.low), abs(self.high))

    def __repr__(self) -> str:
        return f"{self.low:.3g} … {self.high:.3g}"


@dataclass(frozen=True)
class Training:
    """The losses of a training, of which the first and the last are written; none where there is nothing to train."""

    losses: Sequence[float]
    scaling: Scaling
    """Of the model that was trained."""

    def __repr__(self) -> str:
        if not self.losses:
            return "–"
        return f"{self.losses[0]:.2f} → {self.losses[-1]:.2f} ({len(self.losses)}/{STEPS})"


def graph(model: ReturnedModel, case: Case) -> Facts:
    """The graph alone, for images of the size that the model was built for."""
    return model.trace(case.args[0])


def entrance(model: ReturnedModel, case: Case) -> Facts:
    """With `entrance`, what reaches the first layers with kernels, for an image of noise."""
    seen = model.entrance(_noise(case))
    return model.trace(case.args[0]) | {"entrance": Entrance(*_outermost(seen)) if seen else None}


def _outermost(seen: list[tuple[float, float]]) -> tuple[float, float]:
    """The widest of several ranges."""
    return max(seen, key=lambda each: max(map(abs, each)))


def _noise(case: Case) -> Any:
    height, width = case.args[0]
    return np.random.default_rng(case.seed).uniform(0, 255, (1, height, width, 3)).astype("float32")


def prediction(model: ReturnedModel, case: Case) -> Facts:
    """With `sums`, the sum over the channels of each pixel, and `range`, for an image of noise and random weights."""
    output = np.asarray(model.predict(_noise(case), case.seed), dtype=np.float64)
    found = {"sums": output.sum(axis=-1), "range": (output.min(), output.max())}
    return model.trace(case.args[0]) | found


def reach(model: ReturnedModel, case: Case) -> Facts:
    """With `reach`, how far from changed edges of an image the output changes, where kernels hardly look around.

    None where the input or the output is of another size.
    """
    size, usual = case.args[0], _noise(case)
    facts = model.trace(size)
    if compares_positions(facts):
        return facts | {"reach": max(size)}
    if tuple(facts["inputs"][:2]) not in (size, (None, None)):
        return facts | {"reach": None}
    changed = np.where(usual > 64, 255, 0)[0]
    images = usual.repeat(3, axis=0)
    for image, edge in ((images[1], np.s_[:EDGE]), (images[2], np.s_[-EDGE:])):
        image[edge], image[:, edge] = changed[edge], changed[:, edge]
    outputs = np.asarray(model.narrowed(images, case.seed), dtype=np.float64)
    found = _distance(outputs) if outputs.shape[1:-1] == size else None
    return facts | {"reach": found}


def compares_positions(facts: Facts) -> bool:
    """Whether a softmax, but for one at the very end, runs along another axis than the channels: over positions."""
    return any(
        kind == "Softmax" and any(axis not in (-1, len(shape)) for axis in settings.get("axis", ()))
        for (kind, _, shape), settings in zip(facts["steps"][:-1], facts["settings"], strict=False)
    )


def _distance(outputs: Any) -> int:
    """How far from the edges top and left, and bottom and right, the outputs for these differ from the first."""
    first, last = np.abs(outputs[1:] - outputs[0]).max(axis=-1) > HARDLY * np.abs(outputs).max()
    farthest = (np.argwhere(each).min(axis=1).max(initial=-1) for each in (first, last[::-1, ::-1]))
    return int(max(farthest)) + 1 - EDGE


def sees_far(facts: Facts) -> bool:
    """Whether the output was seen to change farther away than pooling and smooth enlarging take it."""
    return (facts.get("reach") or 0) > NEAR


@dataclass(frozen=True)
class Reach:
    """How far a model sees at once; nothing where that cannot be told."""

    pixels: int | None

    def __repr__(self) -> str:
        return "–" if self.pixels is None else f"{max(self.pixels, 0)} px"


def training(model: ReturnedModel, case: Case) -> Facts:
    """With `losses`, one a step, on two images of three classes of equal size."""
    images, labels = stripes(*case.args[0], case.seed)
    return model.trace(case.args[0]) | {"losses": model.train(images, labels, steps=STEPS, goal=GOAL)}


def stripes(height: int, width: int, seed: int) -> tuple[Any, Any]:
    """Two images (2, H, W, 3) of red, green and blue stripes in noise, and which stripe each pixel is in.

    They stand upright in one and lie in the other, in the order turned round: a pixel's place does not tell its stripe.
    So strong is the noise that a pixel by itself does not tell its stripe: a model that looks at one pixel at a time
    does not reach the goal, and any that looks at some neighbours, too, hardly notices.
    """
    rng = np.random.default_rng(seed)
    down, across = np.indices((height, width))
    labels = np.stack([3 * across // width, 2 - 3 * down // height])
    colours = np.array([[200, 70, 70], [70, 200, 70], [70, 70, 200]])
    images = colours[labels] + rng.normal(0, NOISE, (*labels.shape, 3))
    return images.clip(0, 255).astype("float32"), labels[..., None].astype("uint8")


def size(facts: Facts) -> tuple[int | None, ...]:
    """Height and width of the output."""
    *_, (_, _, shape) = facts["steps"]
    return tuple(shape[:-1])


def _written(way: scale_paths.Path) -> str:
    signs = {"down": "÷", "up": "×"}
    texts = [f"{signs[direction]}{rows if rows == cols else (rows, cols)}" for direction, (rows, cols) in way]
    return " ".join(texts) or "×1"


def input_and_size(facts: Facts) -> dict[str, Any]:
    return {"input": tuple(facts["inputs"]), "output": size(facts)}


def scaling(facts: Facts) -> Scaling:
    full = facts["steps"][0][2][:-1]
    scales = (direction for size in _working(facts) for direction, _ in scale_paths.change(full, size))
    ways = Ways(scale_paths.paths(facts["steps"]))
    return Scaling(ways, is_resized(facts), is_pooled(facts), frozenset(scales))


def is_resized(facts: Facts) -> bool:
    return any(kind in RESIZING for kind, _, _ in facts["steps"])


def is_pooled(facts: Facts) -> bool:
    """Whether a step leaves a height and width of 1 of what was larger than any model may make smaller at once."""
    steps = facts["steps"]
    sizes = [(steps[inputs[0]][2][:-1], shape[:-1]) for _, inputs, shape in steps if inputs]
    return any(
        after == (1, 1) and len(before) == 2 and None not in before and max(before) > scale_paths.LARGEST
        for before, after in sizes
    )


def _working(facts: Facts) -> set[Any]:
    """The sizes before and after each convolution that looks around.

    One that enlarges by its kernel's size or more does not: it lays stamps of single pixels side by side.
    """
    found: set[Any] = set()
    for (_, inputs, shape), settings in zip(facts["steps"], facts["settings"], strict=True):
        if "kernel_size" in settings:
            before, after = facts["steps"][inputs[0]][2][:-1], shape[:-1]
            stamps = zip(settings["kernel_size"], before, after, strict=False)
            is_known = len(before) == len(after) == 2 and None not in (*before, *after)
            if is_known and any(kernel > max(large // max(small, 1), 1) for kernel, small, large in stamps):
                found |= {before, after}
    return found


def channels(facts: Facts) -> int | None:
    *_, (_, _, shape) = facts["steps"]
    return shape[-1] if shape else None


def offenders(facts: Facts) -> list[str]:
    """Layers that a fully convolutional network does not have, each kind once."""
    kinds = dict.fromkeys(kind for kind, _ in facts["layers"])
    return [kind for kind in kinds if kind in NOT_CONVOLUTIONAL or kind.startswith("Global")]


SIZE = Look(graph, input_and_size, (models.BATCH_IN_INPUT, models.NOT_RGB, models.BORDER, models.UNPADDED))
CHANNELS = Look(graph, channels, channels_of("num_classes"))
CONVOLUTIONAL = Look(graph, offenders)
REACH = Look(reach, lambda facts: Reach(facts["reach"]))
STRIDES = Look(graph, scaling, SCALING)
RESCALED = Look(entrance, lambda facts: facts["entrance"])
SOFTMAX = Look(prediction, lambda facts: ChannelSums(facts["sums"], facts["range"]), (models.LAST_ACTIVATION,))
LEARNS = Look(
    training,
    lambda facts: Training(facts["losses"], scaling(facts)),
    (models.SCORES_ACTIVATED, models.NEVER_ACTIVATED, models.ONE_FILTER),
)
