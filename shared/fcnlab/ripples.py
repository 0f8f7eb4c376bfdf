"""Super-resolution in the small: one transposed-convolution kernel, learned from a few images by least squares.

The images are ripples as on water, drawn here. They are shrunk by averaging blocks; the kernel is the one that,
stamped over the shrunk images, comes closest to the originals.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

Image = npt.NDArray[np.float64]
"""Grey values 0..1, shape (rows, cols)."""

FACTOR = 4
"""Each side is shrunk, and enlarged again, by this."""
SIDE = 96
"""Pixels along a side of an image."""
REACH = 2
"""Input pixels on each side of a pixel that its stamp reaches: the learned kernel has (2 * REACH + 1) * FACTOR rows."""
TRAINING_SEEDS, TEST_SEED = (10, 11, 12, 13), 2


@dataclass(frozen=True)
class Enlargement:
    """One image that the kernel has not been trained on, and what comes of it."""

    original: Image
    shrunk: Image
    bilinear: Image
    learned: Image
    learned_kernel: Image


@cache
def enlargement() -> Enlargement:
    """Learn from the training images, then enlarge one that was not among them."""
    original = ripples(TEST_SEED)
    small = shrink(original)
    kernel = learn_kernel([ripples(seed) for seed in TRAINING_SEEDS])
    return Enlargement(original, small, interpolate(small), enlarge(small, kernel), kernel)


def error(image: Image, original: Image) -> float:
    """Root mean square difference of the grey values."""
    return float(np.sqrt(np.mean((image - original) ** 2)))


def ripples(seed: int) -> Image:
    """Rings around three random places; each pixel belongs to the nearest."""
    rng = np.random.default_rng(seed)
    rows, cols = np.mgrid[:SIDE, :SIDE]
    centres = rng.uniform(-0.2, 1.2, (3, 2)) * SIDE
    distances = np.stack([np.hypot(rows - row, cols - col) for row, col in centres])
    nearest = distances.argmin(axis=0)
    wavelengths, shifts = rng.uniform(9, 14, 3), rng.uniform(0, 2 * np.pi, 3)
    waves = np.sin(2 * np.pi * distances.min(axis=0) / wavelengths[nearest] + shifts[nearest])
    image: Image = 0.5 + 0.5 * np.tanh(1.5 * waves) / np.tanh(1.5)
    return image


def shrink(image: Image) -> Image:
    """The mean of each FACTOR × FACTOR block."""
    small: Image = _blocks(image).mean(axis=2)
    return small


def interpolate(image: Image) -> Image:
    """Bilinear enlargement, with nothing learned: straight lines between the centres of the pixels."""
    rows, cols = ((np.arange(side * FACTOR) + 0.5) / FACTOR - 0.5 for side in image.shape)
    wide = np.stack([np.interp(cols, np.arange(image.shape[1]), line) for line in image])
    return np.stack([np.interp(rows, np.arange(image.shape[0]), line) for line in wide.T], axis=1)


def learn_kernel(originals: list[Image]) -> Image:
    """The kernel that enlarges the shrunk images best, in the sense of least squares."""
    seen = np.concatenate([_neighbourhoods(shrink(image)).reshape(-1, (2 * REACH + 1) ** 2) for image in originals])
    wanted = np.concatenate([_blocks(image).reshape(-1, FACTOR**2) for image in originals])
    weights = np.linalg.lstsq(seen, wanted, rcond=None)[0]
    return _kernel(weights)


def enlarge(image: Image, kernel: Image) -> Image:
    """Transposed convolution with stride FACTOR; `kernel` has (2 * REACH + 1) * FACTOR rows and columns.

    The border pixels are repeated outwards first, and what lies outside is cropped.
    """
    rows, cols = image.shape
    blocks = _neighbourhoods(image) @ _weights(kernel)
    shape = (rows, cols, FACTOR, FACTOR)
    return blocks.reshape(shape).swapaxes(1, 2).reshape(rows * FACTOR, cols * FACTOR)


def _blocks(image: Image) -> Image:
    """(rows, cols) -> (rows / FACTOR, cols / FACTOR, FACTOR * FACTOR)."""
    rows, cols = image.shape[0] // FACTOR, image.shape[1] // FACTOR
    return image.reshape(rows, FACTOR, cols, FACTOR).swapaxes(1, 2).reshape(rows, cols, FACTOR**2)


def _neighbourhoods(image: Image) -> Image:
    """(rows, cols) -> (rows, cols, (2 * REACH + 1)²): all pixels whose stamps reach a pixel's block."""
    side = 2 * REACH + 1
    padded = np.pad(image, REACH, mode="edge")
    return np.lib.stride_tricks.sliding_window_view(padded, (side, side)).reshape(*image.shape, side**2)


def _kernel(weights: Image) -> Image:
    """Weights (neighbours, places in the block) as one kernel.

    A neighbour above and to the left reaches a block with its stamp's lower right part: hence the flip.
    """
    side = 2 * REACH + 1
    parts = weights.reshape(side, side, FACTOR, FACTOR)[::-1, ::-1]
    return parts.swapaxes(1, 2).reshape(side * FACTOR, side * FACTOR)


def _weights(kernel: Image) -> Image:
    """The inverse of `_kernel`."""
    side = 2 * REACH + 1
    parts = kernel.reshape(side, FACTOR, side, FACTOR).swapaxes(1, 2)[::-1, ::-1]
    return parts.reshape(side**2, FACTOR**2)
