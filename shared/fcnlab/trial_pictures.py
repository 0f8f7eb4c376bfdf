"""What came out of trainings side by side: IoU of each class as a table with bars, or its mean as curves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from fcnlab.canvas import SMALL, Canvas, text_width
from fcnlab.palette import FILL, GREY
from fcnlab.wording import Lang, say

BAR = 4.2
"""Cells for an IoU of 1."""
WIDTH, HEIGHT = 18.0, 7.0
"""Size of the curves, in cells."""


@dataclass(frozen=True)
class Trial:
    """A model that was trained: what it is called, and its IoUs on unseen pictures."""

    name: str
    ious: list[float]
    """IoU of animal, background and contour, after the last epoch."""
    curve: list[float]
    """The mean of the three after each epoch."""


def table(trials: Sequence[Trial], lang: Lang) -> Canvas:
    """A line for each model, a bar for each class and for the mean; the best of a column in orange."""
    names = (
        say(lang, ko="동물", en="animal"),
        say(lang, ko="배경", en="background"),
        say(lang, ko="윤곽", en="contour"),
        say(lang, ko="평균", en="mean"),
    )
    rows = [[*trial.ious, float(np.mean(trial.ious))] for trial in trials]
    best = [max(column) for column in zip(*rows, strict=True)]
    left = 1.0 + max(text_width(trial.name) for trial in trials)
    canvas = Canvas(left + (BAR + 0.6) * len(names), len(trials) * 1.2 + 1.6, lang)
    for column, name in enumerate(names):
        canvas.text((left + column * (BAR + 0.6), 0.7), name, left=True, color=GREY)
    for line, (trial, row) in enumerate(zip(trials, rows, strict=True)):
        top = 1.3 + line * 1.2
        canvas.text((0.5, top + 0.5), trial.name, left=True)
        for column, value in enumerate(row):
            at = (left + column * (BAR + 0.6), top)
            canvas.box(at, (BAR, 0.9))
            canvas.box(at, (max(value, 0.01) * BAR, 0.9), fill=FILL["kernel" if value == best[column] else "input"])
            canvas.text((at[0] + 0.3, top + 0.47), f"{value:.3f}", left=True)
    return canvas


def curves(trials: Sequence[Trial], epochs: int, lang: Lang) -> Canvas:
    """The mean IoU over the epochs, each curve with its name and its last value beside its end."""
    left, top = 2.0, 1.0
    said = [f"{trial.name} {trial.curve[-1]:.3f}" for trial in trials]
    canvas = Canvas(left + WIDTH + 1.2 + max(map(text_width, said)), top + HEIGHT + 1.6, lang)
    for tick in range(6):
        y = top + HEIGHT * (1 - tick / 5)
        canvas.text((left - 0.8, y), f"{tick / 5:.1f}", size=SMALL, color=GREY)
        canvas.curve([(left, y), (left + WIDTH, y)], strong=False)
    canvas.text((left, top + HEIGHT + 0.6), "0", size=SMALL, color=GREY)
    canvas.text((left + WIDTH, top + HEIGHT + 0.6), str(epochs), size=SMALL, color=GREY)
    canvas.text((left + WIDTH / 2, top + HEIGHT + 0.8), say(lang, ko="에포크", en="epoch"), color=GREY)
    canvas.text((left, 0.4), say(lang, ko="처음 보는 그림의 평균 IoU", en="mean IoU on unseen pictures"), left=True)
    ends = _apart([top + HEIGHT * (1 - trial.curve[-1]) for trial in trials])
    for trial, text, end in zip(trials, said, ends, strict=True):
        places = [(left + WIDTH * (n + 1) / epochs, top + HEIGHT * (1 - iou)) for n, iou in enumerate(trial.curve)]
        canvas.curve(places, strong=True)
        canvas.dot(places[-1])
        canvas.text((left + WIDTH + 0.5, end), text, left=True)
    return canvas


def _apart(heights: list[float]) -> list[float]:
    """The same, moved so that names beside the ends of curves do not cover one another."""
    moved = list(heights)
    order = sorted(range(len(heights)), key=heights.__getitem__)
    for upper, lower in pairwise(order):
        moved[lower] = max(moved[lower], moved[upper] + 0.7)
    return moved
