"""Learned ×4 upsampling against nearest and bilinear, on drawn ripples and on photographs that were not trained on.

    python examples/experiments/train_upsampling.py [--seeds 0 1 2]

Trains what assignment 01 trains, once for each seed (other ripples, other order), and prints PSNR in dB as a Markdown
table: mean, and least and most of the seeds. Exit 1 where the learned kernel does not beat bilinear by 1 dB on the
held-out ripples of every seed. Takes ten seconds a seed on two cores, and as long for Keras to start.
"""

from __future__ import annotations

import argparse
import sys
from typing import Any

import numpy as np
from fcnlab import quietly, upsampling_race
from fcnlab.picture import Note
from fcnlab.upsampling_race import METHODS, Results

WANTED = 1.0
"""dB by which the learned kernel is to beat bilinear on held-out ripples."""


def nearest(keras: Any) -> Any:
    return keras.layers.UpSampling2D(4, interpolation="nearest")


def bilinear(keras: Any) -> Any:
    return keras.layers.UpSampling2D(4, interpolation="bilinear")


def learned(keras: Any) -> Any:
    return keras.layers.Conv2DTranspose(1, 20, strides=4, padding="same", use_bias=False)


def tent() -> np.ndarray:
    """`bilinear_kernel(4)` of assignment 01."""
    heights = 1 - np.abs(np.arange(8) - 3.5) / 4
    return np.outer(heights, heights)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1, 2])
    seeds = parser.parse_args().seeds
    with quietly(anywhere=True):
        import keras  # noqa: F401, PLC0415  # here, where TensorFlow's notices are dropped
    races = [upsampling_race(nearest, bilinear, learned, start=tent(), seed=seed, lang="en").results for seed in seeds]
    results = [race for race in races if not isinstance(race, Note)]
    if len(results) < len(races):
        print(races[0], file=sys.stderr)
        return 2
    print(f"PSNR in dB, mean (least … most) of seeds {', '.join(map(str, seeds))}\n")
    print("| pictures | " + " | ".join(METHODS) + " | learned − bilinear |\n| --- |" + " ---: |" * (len(METHODS) + 1))
    for kind in results[0].originals:
        rows = [[result.psnr(kind, name) for result in results] for name in METHODS]
        print(f"| {kind} | " + " | ".join(map(_interval, [*rows, _gains(results, kind)])) + " |")
    return 0 if min(_gains(results, "ripples")) >= WANTED else 1


def _gains(results: list[Results], kind: str) -> list[float]:
    """dB by which the learned kernel beats bilinear, by seed."""
    return [result.psnr(kind, "learned") - result.psnr(kind, "bilinear") for result in results]


def _interval(values: list[float]) -> str:
    return f"{np.mean(values):.2f} ({min(values):.2f} … {max(values):.2f})"


if __name__ == "__main__":
    sys.exit(main())
