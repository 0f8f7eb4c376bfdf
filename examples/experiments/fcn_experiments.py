"""The comparisons: which trainings they consist of, and their results as tables for the documentation.

A training that is done is not done again, and one that was killed goes on: each has a folder of its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import fcn_data
from fcn_data import OnError, Tell
from fcn_scores import interval, mean
from fcn_training import Schedule, Training, reference_fcn
from fcnlab.encoder import pretrained_encoder
from fcnlab.variants import on_encoder, with_dilation, with_max_pooling, with_skip

from fcnkit.text import Lang, Text, same

RESULTS = "results.json"
Data = Callable[[int, int], tuple[fcn_data.Pets, fcn_data.Pets]]
"""How many pictures, seed → those to train on and those held out."""


@dataclass(frozen=True)
class Case:
    """One line of a table: a model, and on how many pictures it is trained for how long."""

    id: str
    title: Text
    make: Callable[[int], Any]
    """Side of the pictures → model."""
    images: int
    epochs: int
    batch: int = 16


SMALL, USUAL = (16, 32, 64), (32, 64, 128)
"""Filters."""


def _fcn(size: int, filters: tuple[int, ...] = SMALL) -> Any:
    return reference_fcn((size, size), fcn_data.NUM_CLASSES, filters)


def _frozen(size: int) -> Any:
    return on_encoder(_fcn(size, USUAL), pretrained_encoder((size, size)))


FEW = (4, 16, 64)
"""Pictures of the comparisons of transfer."""
SCRATCH = Text(ko="처음부터, {count}장", en="from scratch, {count} images")
FROZEN = Text(ko="얼린 인코더, {count}장", en="frozen encoder, {count} images")
SHORT, LONG = 120, 480
"""Steps of training: the same for each number of pictures, and what 60 epochs are of the most."""


def _few(count: int, steps: int) -> list[Case]:
    batch = min(count, 8)
    epochs = steps * batch // count
    return [
        Case(f"scratch-{count}", SCRATCH.format(count=count), lambda size: _fcn(size, USUAL), count, epochs, batch),
        Case(f"frozen-{count}", FROZEN.format(count=count), _frozen, count, epochs, batch),
    ]


AS_IN_03 = (160, 12, 8)
"""Images, epochs and batch of `fcnlab.compared`: 240 steps."""

EXPERIMENTS: dict[str, list[Case]] = {
    "reference": [
        Case("fcn", Text(ko="강의의 FCN", en="the lecture's FCN"), lambda size: _fcn(size, USUAL), 600, 6),
    ],
    "down": [
        Case("stride", Text(ko="스트라이드 2", en="stride 2"), _fcn, *AS_IN_03),
        Case("pooling", Text(ko="최대 풀링", en="max pooling"), lambda size: with_max_pooling(_fcn(size)), *AS_IN_03),
        Case("dilation", Text(ko="팽창", en="dilation"), lambda size: with_dilation(_fcn(size)), *AS_IN_03),
        Case(
            "skip",
            Text(ko="스트라이드 2 + 스킵", en="stride 2 + one skip"),
            lambda size: with_skip(_fcn(size)),
            *AS_IN_03,
        ),
    ],
    "transfer": [case for count in FEW for case in _few(count, SHORT)],
    "transfer-long": _few(max(FEW), LONG),
}


def run(
    name: str, data: Data, seeds: Sequence[int], size: int, folder: Path, on_error: OnError, tell: Tell
) -> dict[str, Any]:
    """All trainings of an experiment; what came of them is kept in the folder's `results.json`, and returned."""
    runs = []
    for case in EXPERIMENTS[name]:
        for seed in seeds:
            tell(same(f"{name}: {case.title.en}, seed {seed}"))
            train, test = data(case.images, seed)
            schedule = Schedule(epochs=case.epochs, batch=case.batch, seed=seed)
            described = {"case": case.id, "images": len(train.images), "size": size, "data": train.source.en}
            training = Training(lambda case=case: case.make(size), train, test, schedule, described)
            history = training.run(folder / name / f"{case.id}-{seed}", on_error, tell)
            seconds = sum(epoch["cpu_seconds"] for epoch in history)
            runs.append({"case": case.id, "seed": seed, "ious": history[-1]["ious"], "cpu_seconds": round(seconds, 1)})
    result = {
        "size": size,
        "held_out": len(test.images),
        "data": {"ko": train.source.ko, "en": train.source.en},
        "runs": runs,
    }
    _keep(folder / RESULTS, name, result)
    return result


def _keep(path: Path, name: str, result: dict[str, Any]) -> None:
    results = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    path.write_text(json.dumps(results | {name: result}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


@dataclass(frozen=True)
class Aim:
    """A number that an experiment is to reach with every seed."""

    text: Text
    least: float
    reached: Callable[[dict[str, list[float]]], list[float]]
    """Mean IoU of each case, by seed → what was reached, by seed."""

    def missed(self, result: dict[str, Any]) -> bool:
        return min(self.by_seed(result)) < self.least

    def told(self, result: dict[str, Any]) -> Text:
        found = ", ".join(f"{value:.3f}" for value in self.by_seed(result))
        return self.text.format(least=f"{self.least:.2f}", found=found)

    def by_seed(self, result: dict[str, Any]) -> list[float]:
        return self.reached(mean_ious(result))


def mean_ious(result: dict[str, Any]) -> dict[str, list[float]]:
    """Of each case, by seed."""
    found: dict[str, list[float]] = {}
    for run in sorted(result["runs"], key=lambda run: run["seed"]):
        found.setdefault(run["case"], []).append(mean(run["ious"]))
    return found


AIMS = {
    "reference": Aim(
        Text(ko="시드마다의 평균 IoU {found} ({least} 이상이어야 함)", en="mean IoU by seed: {found} (aim: {least})"),
        0.80,
        lambda ious: ious["fcn"],
    ),
    "transfer": Aim(
        Text(
            ko="그림 16장에서 얼린 인코더가 더 얻은 평균 IoU, 시드마다: {found} ({least} 이상이어야 함)",
            en="mean IoU that the frozen encoder gains with 16 images, by seed: {found} (aim: {least})",
        ),
        0.05,
        lambda ious: [one - other for one, other in zip(ious["frozen-16"], ious["scratch-16"], strict=True)],
    ),
}
"""By the experiment's name."""

HEADING = Text(
    ko="| {data}, {size}×{size} | 장 × 에포크 | 동물 | 배경 | 윤곽 | 평균 IoU | CPU 초 |",
    en="| {data}, {size}×{size} | images × epochs | animal | background | contour | mean IoU | CPU s |",
)


def table(name: str, result: dict[str, Any], lang: Lang) -> str:
    """An experiment's results in Markdown: means over the seeds, with 95 % intervals."""
    lines = [HEADING[lang].format(data=result["data"][lang], size=result["size"]), "| --- " + "| ---: " * 6 + "|"]
    for case in EXPERIMENTS[name]:
        runs = [run for run in result["runs"] if run["case"] == case.id]
        if runs:
            lines.append("| " + " | ".join([case.title[lang], *_numbers(case, runs)]) + " |")
    return "\n".join(lines)


def _numbers(case: Case, runs: list[dict[str, Any]]) -> Iterator[str]:
    yield f"{case.images} × {case.epochs}"
    for column in zip(*(run["ious"] for run in runs), strict=True):
        yield interval(column)
    yield interval([mean(run["ious"]) for run in runs])
    yield f"{sum(run['cpu_seconds'] for run in runs) / len(runs):.0f}"
