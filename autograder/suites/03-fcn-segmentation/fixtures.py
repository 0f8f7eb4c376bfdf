"""What cases are made of: small photos and trimaps as files, and models that can be worked out by hand."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from fcnkit.suite import File, Model

Array = npt.NDArray[Any]

BLOCK = 16
"""Pixels of a patch of one colour: a JPEG stores such patches almost exactly."""


def photo(rows: int, cols: int, seed: int, *, grey: bool = False, name: str = "pet.jpg") -> File:
    """A JPEG of rows × cols patches, each of one colour."""
    rng = np.random.default_rng(seed)
    patches = rng.integers(20, 236, (rows, cols, 1 if grey else 3), dtype=np.uint8)
    pixels = patches.repeat(BLOCK, axis=0).repeat(BLOCK, axis=1)
    return _file(Image.fromarray(pixels[..., 0] if grey else pixels), name, quality=98, subsampling=0)


def trimap(height: int, width: int, seed: int, name: str = "pet.png") -> File:
    """A PNG with the labels 1, 2 and 3, in patches so small that every pixel has another one near it."""
    labels = np.random.default_rng(seed).integers(1, 4, (height, width), dtype=np.uint8)
    return _file(Image.fromarray(labels), name)


def layered_trimap(height: int, width: int) -> File:
    """A PNG whose left half is foreground (1) and whose right half is contour (3)."""
    labels = np.ones((height, width), dtype=np.uint8)
    labels[:, width // 2 :] = 3
    return _file(Image.fromarray(labels), "pet.png")


def _file(image: Image.Image, name: str, **options: Any) -> File:
    stream = io.BytesIO()
    image.save(stream, "JPEG" if name.endswith("jpg") else "PNG", **options)
    return File(name, stream.getvalue())


@dataclass(frozen=True, eq=False)
class PixelModel(Model):
    """A Keras model that scales by `scale` and looks at each pixel alone: a 1 × 1 convolution with softmax.

    Small enough to know by hand what it answers: `scores` and `predict` are what Keras makes of it.
    """

    scale: float = 1.0

    def scores(self, pixel: Array) -> list[float]:
        """One number for each class, before the softmax."""
        kernel, bias = self.weights
        colours, classes = kernel.shape[2:]
        return [
            float(bias[label])
            + sum(float(pixel[c]) * self.scale * float(kernel[0, 0, c, label]) for c in range(colours))
            for label in range(classes)
        ]

    def predict(self, batch: Array, verbose: int = 0) -> Array:  # noqa: ARG002 - as Keras' own
        """Probabilities (n, H, W, classes). Raises ValueError for what is no batch, as Keras' own."""
        if batch.ndim != 4:
            raise ValueError(f"expected min_ndim=4, found ndim={batch.ndim}")
        raw = np.apply_along_axis(self.scores, -1, batch)
        powers = np.exp(raw - raw.max(axis=-1, keepdims=True))
        return powers / powers.sum(axis=-1, keepdims=True)


def pixel_model(num_classes: int, seed: int) -> PixelModel:
    """Its decisions change when the image is scaled once more: the biases count."""
    rng = np.random.default_rng(seed)
    layers = [
        ("InputLayer", {"batch_shape": [None, None, None, 3]}),
        ("Rescaling", {"scale": 1 / 255, "offset": 0.0}),
        ("Conv2D", {"filters": num_classes, "kernel_size": [1, 1], "activation": "softmax"}),
    ]
    listed = [{"module": "keras.layers", "class_name": name, "config": config} for name, config in layers]
    config = {"module": "keras", "class_name": "Sequential", "config": {"name": "pixels", "layers": listed}}
    kernel = rng.normal(0, 6, (1, 1, 3, num_classes)).astype("float32")
    bias = (-0.5 * kernel.sum(axis=(0, 1, 2)) + rng.normal(0, 0.5, num_classes)).astype("float32")
    return PixelModel(json.dumps(config), (kernel, bias), scale=1 / 255)


def coloured(height: int, width: int, seed: int) -> Array:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3)).astype("float32")
