"""Trains the detector of assignment 02 with several seeds, and the same scenes at three scales; prints the tables.

    python examples/experiments/train_detector.py

`--only detector` or `--only scales` makes one of the two, `--seeds 0 1 2` says with which seeds. The output is read by
the solution's own `detect`. Exit 1 where a seed's F1 is below 0.9. Data: street scenes drawn by `fcnlab.scenes`; judged
on scenes that were not trained on.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from fcnlab import quietly
from fcnlab.detector import NUM_CLASSES, Plan, train
from fcnlab.judging import Detection, Score, judged, matches
from fcnlab.scenes import Scene, draw_scenes, images_of
from fcnlab.yolo_lab import HELD_OUT_SCENES, TRAINING_SCENES

from fcnkit.authoring import master_blocks
from fcnkit.authoring.places import read_master
from fcnkit.course import Course

ASSIGNMENT = "02"
FAR_ANCHORS = ((8.0, 12.0), (20.0, 48.0), (70.0, 44.0))
"""A small box, a tall one and a wide one, the same at every scale."""
SCALE_SCENES, SCALE_EPOCHS = 300, 5
"""The same training at each scale, and less of it: a fine grid has much to compute."""
SMALL, LARGE = 16.0, 40.0
"""Pixels, square roots of a box's area: one cell of the coarsest grid, and where large objects begin."""
SIZES = ("small", "medium", "large")
WANTED = 0.9
"""The F1 that the detector is to reach with every seed."""


@dataclass(frozen=True)
class Run:
    """One trained detector: its seconds of training, and what it found in each held-out scene."""

    wall: float
    cpu: float
    scenes: list[Scene]
    found: list[list[Detection]]

    @property
    def score(self) -> Score:
        return sum(map(judged, self.found, (scene.things for scene in self.scenes)), Score(0, 0, 0))

    def recalls(self) -> dict[str, float]:
        """By the object's size, the share that was found."""
        there, seen = dict.fromkeys(SIZES, 0), dict.fromkeys(SIZES, 0)
        for found, scene in zip(self.found, self.scenes, strict=True):
            hits = {number for number in matches(found, scene.things) if number is not None}
            for number, thing in enumerate(scene.things):
                there[_size(thing.box)] += 1
                seen[_size(thing.box)] += number in hits
        return {size: seen[size] / there[size] for size in SIZES}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=("detector", "scales"))
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1, 2])
    options = parser.parse_args()
    with quietly(anywhere=True):
        import keras  # noqa: F401, PLC0415  # here, where TensorFlow's notices are dropped
    detect = solution()
    is_good = options.only == "scales" or min(print_detector(detect, options.seeds)) >= WANTED
    if options.only != "detector":
        print_scales(detect, options.seeds)
    return 0 if is_good else 1


def solution() -> Callable[..., Any]:
    """`detect` as the assignment's solution has it."""
    master = read_master(Course.find(Path(__file__)).assignment(ASSIGNMENT))
    names: dict[str, Any] = {"np": np}
    exec("\n".join(master_blocks.solutions(master.cells_in("en"))), names)  # noqa: S102 - our own master
    detect: Callable[..., Any] = names["detect"]
    return detect


def run(plan: Plan, seed: int, detect: Callable[..., Any], *, scenes: int, far: bool) -> Run:
    wall, cpu = time.perf_counter(), time.process_time()
    model = train(draw_scenes(scenes, seed, far=far), plan, seed)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    held_out = draw_scenes(HELD_OUT_SCENES, 1000 + seed, far=far)
    outputs = np.asarray(model.predict(images_of(held_out), verbose=0))
    found = [detect(output, NUM_CLASSES, plan.anchors, plan.stride) for output in outputs]
    return Run(wall, cpu, held_out, found)


def print_detector(detect: Callable[..., Any], seeds: Sequence[int]) -> list[float]:
    """Returns the F1 of each seed."""
    print(f"## 13×13, {TRAINING_SCENES} scenes and their mirror images, {HELD_OUT_SCENES} held out\n")
    print("| seed | precision | recall | F1 | wall s | CPU s |\n| ---: | ---: | ---: | ---: | ---: | ---: |")
    found = []
    for seed in seeds:
        one = run(Plan(), seed, detect, scenes=TRAINING_SCENES, far=False)
        score = one.score
        shares = f"{score.precision:.3f} | {score.recall:.3f} | {score.f1:.3f}"
        print(f"| {seed} | {shares} | {one.wall:.0f} | {one.cpu:.0f} |", flush=True)
        found.append(score.f1)
    print()
    return found


def print_scales(detect: Callable[..., Any], seeds: Sequence[int]) -> None:
    print("## The same scenes at three scales: recall by size, mean of the seeds (lowest–highest)\n")
    print(f"small: below {SMALL:g} pixels; large: from {LARGE:g} (square root of the box's area)\n")
    print("| grid | small | medium | large | F1 |\n| ---: | ---: | ---: | ---: | ---: |")
    for cells in (13, 26, 52):
        plan = Plan(cells=cells, anchors=FAR_ANCHORS, epochs=SCALE_EPOCHS)
        runs = [run(plan, seed, detect, scenes=SCALE_SCENES, far=True) for seed in seeds]
        shares = [[each.recalls()[size] for each in runs] for size in SIZES] + [[each.score.f1 for each in runs]]
        print(f"| {cells}×{cells} | {' | '.join(map(_interval, shares))} |", flush=True)


def _interval(values: Sequence[float]) -> str:
    return f"{statistics.mean(values):.2f} ({min(values):.2f}–{max(values):.2f})"


def _size(box: tuple[float, float, float, float]) -> str:
    side = (box[2] * box[3]) ** 0.5
    return SIZES[0] if side < SMALL else SIZES[1] if side < LARGE else SIZES[2]


if __name__ == "__main__":
    sys.exit(main())
