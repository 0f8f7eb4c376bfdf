"""The way down of a network that has learned from other drawings, to start from where there are few images.

Its weights are in `encoder.npz`: 3×3 kernels and biases as 16-bit floats. `examples/experiments/pretrain_encoder.py` in
the course's repository made them: a fully convolutional network told round shapes, angular shapes, edges and ground
apart in 2,000 drawings with the colours of drawn animals. There was no animal among them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

WEIGHTS = Path(__file__).with_name("encoder.npz")


def pretrained_encoder(img_size: tuple[int, int]) -> Any:
    """A frozen Keras model from images (n, H, W, 3), 0..255, to maps of an eighth of their height and width."""
    import keras  # noqa: PLC0415 - slow, and only who trains a model needs it

    with np.load(WEIGHTS, allow_pickle=False) as file:
        layers = [(file[f"kernel_{place}"], file[f"bias_{place}"]) for place in range(len(file.files) // 2)]
    inputs = keras.Input((*img_size, 3))
    x = keras.layers.Rescaling(1 / 255)(inputs)
    for kernel, _ in layers:
        x = keras.layers.Conv2D(kernel.shape[-1], kernel.shape[:2], strides=2, padding="same", activation="relu")(x)
    encoder = keras.Model(inputs, x, name="encoder")
    encoder.set_weights([array.astype(np.float32) for layer in layers for array in layer])
    encoder.trainable = False
    return encoder
