"""A small YOLO that is trained in seconds: fully convolutional, one grid, every number that the lecture names.

Keras is imported only here, and only where somebody trains.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from fcnlab.scenes import SCENE_SIDE, Scene, images_of, mirrored
from fcnlab.yolo_numbers import CLASSES, OBJECTNESS, Anchor, targets

ANCHORS: tuple[Anchor, ...] = ((15.0, 36.0), (40.0, 30.0), (84.0, 50.0))
"""Each cell's three boxes, in pixels: a tall one, and two wide ones."""
NUM_CLASSES = 3
BOX_WEIGHT, EMPTY_WEIGHT = 2.0, 0.5
"""In the loss: of boxes that are responsible for an object, and of the many that are not."""


@dataclass(frozen=True)
class Layer:
    """A square convolution."""

    kernel: int
    stride: int
    filters: int


@dataclass(frozen=True)
class Plan:
    """How a detector is built and trained."""

    cells: int = 13
    """Cells along a side of the grid: 13, 26 or 52."""
    anchors: tuple[Anchor, ...] = ANCHORS
    epochs: int = 7
    batch: int = 16
    rate: float = 4e-3
    """The largest learning rate."""

    @property
    def stride(self) -> int:
        return SCENE_SIDE // self.cells

    @property
    def depth(self) -> int:
        return (4 + 1 + NUM_CLASSES) * len(self.anchors)

    @property
    def layers(self) -> list[Layer]:
        """Convolutions to the end: down to the grid, a few more there, and a 1×1 one for each cell's numbers."""
        down = [Layer(6, 4, 16), Layer(3, 2, 32), Layer(3, 2, 64)][: {52: 1, 26: 2, 13: 3}[self.cells]]
        more = [Layer(3, 1, min(2 * down[-1].filters, 64))] * 3
        return [*down, *more, Layer(1, 1, self.depth)]

    def multiply_adds(self, side: int = SCENE_SIDE) -> int:
        """Multiplications, each with its addition, of one pass over an image of this side."""
        total, channels = 0, 1
        for layer in self.layers:
            side = -(-side // layer.stride)
            total += side**2 * layer.kernel**2 * channels * layer.filters
            channels = layer.filters
        return total


def build(plan: Plan, seed: int) -> Any:
    """The Keras model; its output is (cells, cells, depth) for each image."""
    import keras  # noqa: PLC0415 - slow, and not everybody has it

    keras.utils.set_random_seed(seed)
    x = inputs = keras.Input((SCENE_SIDE, SCENE_SIDE, 1))
    for layer in plan.layers[:-1]:
        x = keras.layers.Conv2D(layer.filters, layer.kernel, strides=layer.stride, padding="same", use_bias=False)(x)
        x = keras.layers.ReLU()(keras.layers.BatchNormalization(momentum=0.9)(x))
    bias = np.zeros((len(plan.anchors), 5 + NUM_CLASSES))
    bias[:, OBJECTNESS] = -4  # at first no box is there, as in nearly every place
    outputs = keras.layers.Conv2D(plan.depth, 1, bias_initializer=lambda *_, **__: bias.ravel())(x)
    return keras.Model(inputs, outputs)


def train(
    scenes: Sequence[Scene], plan: Plan, seed: int, on_epoch_end: Callable[[int, dict[str, float]], None] | None = None
) -> Any:
    """A model trained on these scenes."""
    import keras  # noqa: PLC0415 - as above

    model = build(plan, seed)
    scenes = [*scenes, *map(mirrored, scenes)]
    wanted = np.stack([targets(s.things, plan.cells, plan.stride, plan.anchors, NUM_CLASSES) for s in scenes])
    steps = plan.epochs * -(-len(scenes) // plan.batch)
    rate = keras.optimizers.schedules.CosineDecay(
        plan.rate / 10, steps * 9 // 10, warmup_target=plan.rate, warmup_steps=steps // 10
    )
    model.compile(keras.optimizers.Adam(rate), loss=yolo_loss, jit_compile=False)
    callbacks = [keras.callbacks.LambdaCallback(on_epoch_end=on_epoch_end)] if on_epoch_end else []
    model.fit(images_of(scenes), wanted, batch_size=plan.batch, epochs=plan.epochs, verbose=0, callbacks=callbacks)
    return model


def yolo_loss(wanted: Any, predicted: Any) -> Any:
    """The loss of each image: where there is an object its box, objectness and class; elsewhere that there is none."""
    from keras import ops  # noqa: PLC0415 - as above

    raw = ops.reshape(predicted, ops.shape(wanted))
    there = wanted[..., OBJECTNESS]
    centre = ops.sum(ops.square(ops.sigmoid(raw[..., :2]) - ops.sigmoid(wanted[..., :2])), -1)
    size = ops.sum(ops.square(raw[..., 2:4] - wanted[..., 2:4]), -1)
    classes = ops.sum(_cross_entropy(ops, wanted[..., CLASSES], raw[..., CLASSES]), -1)
    objectness = _cross_entropy(ops, there, raw[..., OBJECTNESS])
    weighed = (
        there * (BOX_WEIGHT * (4 * centre + size) + objectness + classes) + EMPTY_WEIGHT * (1 - there) * objectness
    )
    return ops.sum(weighed, axis=(1, 2, 3))


def _cross_entropy(ops: Any, probability: Any, raw: Any) -> Any:
    """Cross-entropy of sigmoid(raw), written such that nothing overflows."""
    return ops.relu(raw) - raw * probability + ops.log1p(ops.exp(-ops.abs(raw)))
