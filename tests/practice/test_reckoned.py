"""Mistakes, reckoned again from nothing but the question's own text.

`fcnkit.practice.reckoned` finds how most of them are reckoned by search. For the items that it leaves out, the way is
written here, or the arrays are read from the text and the suites' misconceptions answer to those.
"""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Callable
from dataclasses import replace
from operator import itemgetter
from typing import Any

import numpy as np
import pytest
from this_course import COURSE, ITEMS

from fcnkit.practice.answers import Distractor, FillIn, distractor
from fcnkit.practice.distractors import from_misconceptions
from fcnkit.practice.document import Problem
from fcnkit.practice.document_blocks import Table
from fcnkit.practice.item import Question, sample
from fcnkit.practice.reckoned import faults, read
from fcnkit.practice.values import Value

DRAWS = 80
Reckoned = dict[str, Value]


def box_iou(text: str) -> Reckoned:
    boxes = re.findall(r"column (\d+), row (\d+); it is (\d+) cells wide and (\d+)", text)
    cells = [
        {(x, y) for x in range(left, left + width) for y in range(top, top + height)}
        for left, top, width, height in (map(int, box) for box in boxes)
    ]
    shared, areas = len(cells[0] & cells[1]), sorted(map(len, cells))
    wholes = {
        "dice": sum(areas) / 2,
        "of-the-larger": areas[1],
        "of-the-smaller": areas[0],
        "overlap-counted-twice": sum(areas),
        "overlap-left-out": len(cells[0] ^ cells[1]),
    }
    return {name: 100 * shared / whole for name, whole in wholes.items()}


def frozen_encoder(text: str) -> Reckoned:
    counts, channels = [], 3
    for filters, kernel in re.findall(r"\((\d+), (\d), strides", text):
        counts.append((int(kernel) ** 2 * channels * int(filters), int(filters)))
        channels = int(filters)
    sums = [sum(each) for each in counts]
    return {
        "all-counted": sum(sums),
        "biases-forgotten": counts[2][0] + counts[3][0],
        "frozen-counted": sums[0] + sums[1],
        "last-layer-only": sums[3],
    }


def overlap_cell(text: str) -> Reckoned:
    x, kernel = arrays(text, "x", "kernel")
    corners = kernel[::2, ::2]
    repeated = x.repeat(2, axis=0).repeat(2, axis=1)
    return {
        "kernel-added": int((x + corners).sum()),
        "kernel-flipped": int((x * corners).sum()),
        "one-stamp-forgotten": int((x * corners[::-1, ::-1]).sum() - x[0, 0] * kernel[2, 2]),
        "overlap-largest": int((x * corners[::-1, ::-1]).max()),
        "centre-taken": int(x.sum() * kernel[1, 1]),
        # The stamps lie one cell apart: each covers (2, 2).
        "stride-ignored": int((x * kernel[2:0:-1, 2:0:-1]).sum()),
        "stride-on-rows-only": int((x * kernel[2::-2, 2:0:-1]).sum()),
        "repeated-then-convolved": int((repeated[:3, :3] * kernel[::-1, ::-1]).sum()),
    }


def precision_recall(text: str) -> Reckoned:
    objects = int(re.findall(r"with (\d+) objects", text)[0])
    boxes = [(float(score), name) for score, name in re.findall(r"[P-W] (0\.\d+) (\d|–)", text)]
    drawn = [name for score, name in boxes if score > 0.5]
    right = len(set(drawn) - {"–"})
    right_of_all = len({name for _, name in boxes} - {"–"})
    touching = sum(name != "–" for name in drawn)
    return {
        "found-twice": (100 * touching / len(drawn), 100 * touching / objects),
        "threshold-ignored": (100 * right_of_all / len(boxes), 100 * right_of_all / objects),
        "swapped": (100 * right / objects, 100 * right / len(drawn)),
        "recall-of-boxes": (100 * right / len(drawn), 100 * right / len(boxes)),
    }


def psnr(text: str) -> Reckoned:
    x, y = arrays(text, "x", "y")
    error = ((x - y) ** 2).mean()
    ratios = {
        "psnr-largest-value": x.max() ** 2 / error,
        "psnr-mean-absolute": 10_000 / abs(x - y).mean(),
        "psnr-peak-forgotten": 1 / error,
        "psnr-peak-not-squared": 100 / error,
        "psnr-root": 100 / error**0.5,
        "psnr-twenty-of-squares": (100 / error) ** 2,
        "psnr-sum": 10_000 / ((x - y) ** 2).sum(),
        "psnr-upside-down": error / 10_000,
    }
    if (mean := (x - y).mean()) != 0:  # else the wrong way ends at a division by zero
        ratios["psnr-mean-before-square"] = 10_000 / mean**2
    return {**{name: round(10 * math.log10(ratio)) for name, ratio in ratios.items()}, "psnr-is-the-error": int(error)}


def receptive_field(text: str) -> Reckoned:
    (k1, s1), (k2, s2), (k3, s3) = re.findall(r"Conv2D\(8, (\d), strides=(\d)", text)
    a, b, c = (int(each) - 1 for each in (k1, k2, k3))
    first, second, third = int(s1), int(s1) * int(s2), int(s1) * int(s2) * int(s3)
    return {"stride-too-early": 1 + a * first + b * second + c * third}


def size_chain(text: str) -> Reckoned:
    side = int(re.findall(r"shape \((\d+)", text)[0])
    strides = [int(stride) for stride in re.findall(r"strides=(\d)", text)]
    same = valid = one_off = side
    for stride, padding in zip(strides, re.findall(r'padding="(\w+)"', text), strict=True):
        same, valid = len(range(0, same, stride)), len(range(0, valid - 2, stride))
        one_off = len(range(0, one_off - (padding == "valid"), stride))
    return {"always-same": same, "always-valid": valid, "one-off": one_off}


def stamp_count(text: str) -> Reckoned:
    size, kernel, _, cell = (
        int(each) for each in re.findall(r"(\d+) numbers.*length (\d+), stride (\d+).*cell (\d+)", text)[0]
    )
    return {"stride-ignored": sum(start <= cell < start + kernel for start in range(size))}


def yolo_label(text: str) -> Reckoned:
    row = [float(each) for each in re.findall(r"-?\d\.\d|-?\d(?= |$)", text.rsplit("c4", 1)[-1])]
    scores = row[1:]
    best = scores.index(max(scores))
    return {
        "counted-backwards": len(scores) - 1 - best,
        "first-class-cut-off": scores[1:].index(max(scores[1:])),
        "labels-from-one": best + 1,
        "objectness-among-classes": row.index(max(row)),
        "smallest": scores.index(min(scores)),
    }


def yolo_outputs_per_image(text: str) -> Reckoned:
    classes, side, boxes = (
        int(each) for each in re.findall(r"(\d+) classes.*?(\d+)×\d+ pixels.*?has (\d+) boxes", text, re.DOTALL)[0]
    )
    cells = sum((side // stride) ** 2 for stride in (32, 16, 8))
    return {"coordinates-alone-per-box": cells * (4 * boxes + 1 + classes)}


BY_HAND: dict[str, Callable[[str], Reckoned]] = {
    "box-iou": box_iou,
    "frozen-encoder": frozen_encoder,
    "overlap-cell": overlap_cell,
    "precision-recall": precision_recall,
    "psnr": psnr,
    "receptive-field": receptive_field,
    "size-chain": size_chain,
    "stamp-count": stamp_count,
    "yolo-label": yolo_label,
    "yolo-outputs-per-image": yolo_outputs_per_image,
}


def arrays(text: str, *names: str) -> list[Any]:
    return [np.array(ast.literal_eval(re.findall(rf"\b{name} = (\[\[.*?\]\])", text)[0])) for name in names]


def told(problem: Problem) -> tuple[Distractor, ...]:
    assert isinstance(problem.answer, FillIn)
    return problem.answer.distractors


def test_what_search_leaves_out_is_reckoned_here() -> None:
    assert {name: set(item.beyond_search) for name, item in ITEMS.items() if item.beyond_search} == {
        name: set(ways(read(sample(ITEMS[name], "1").problem))) for name, ways in BY_HAND.items()
    }


@pytest.mark.parametrize("name", BY_HAND)
def test_a_mistake_is_what_the_text_gives(name: str) -> None:
    seen = set()
    for seed in range(DRAWS):
        problem = sample(ITEMS[name], str(seed)).problem
        reckoned = BY_HAND[name](read(problem))
        for each in told(problem):
            if each.id in reckoned:
                assert reckoned[each.id] == each.value, (name, seed, each.id)
                seen.add(each.id)
    assert seen == ITEMS[name].beyond_search


@pytest.mark.parametrize(
    "name", [name for name in ITEMS if name.startswith("transposed-") and name != "transposed-size"]
)
def test_grids_are_mistaken_as_the_arrays_in_the_text_say(name: str) -> None:
    for seed in range(DRAWS):
        problem = sample(ITEMS[name], str(seed)).problem
        text = read(problem)
        x, kernel = arrays(text, "x", "kernel")
        stride = int((re.findall(r"stride (\d)", text) or ["1"])[0])
        padding = "same" if "same" in text else "valid"
        answer = problem.answer
        assert isinstance(answer, FillIn)
        rows = len(answer.blanks) // answer.columns
        again = {
            each.id: each.value
            for each in from_misconceptions(
                COURSE, "transposed_conv2d", x, kernel, stride, padding, then=itemgetter(slice(rows))
            )
        }
        for each in told(problem):
            assert again.get(each.id, each.value) == each.value, (name, seed, each.id)


@pytest.mark.parametrize("filler", [(7.0, -3.0, 2.5, 0.4), (0.0, 0.0, 0.0, 0.0)])
def test_what_is_filled_in_for_a_whole_cell_makes_no_difference(filler: tuple[float, ...]) -> None:
    for seed in range(DRAWS):
        problem = sample(ITEMS["yolo-label"], str(seed)).problem
        (table,) = (block for block in problem.question if isinstance(block, Table))
        shown = [float(cell.en.replace("−", "-")) for cell in table.rows[1]]
        cell = np.array([*filler, *shown])[None, None]
        again = from_misconceptions(COURSE, "detect", cell, 5, [(17.0, 4.0)], 8, then=lambda found: found[0][0])
        values = {each.id: each.value for each in again}
        for each in told(problem):
            assert values.get(each.id, each.value) == each.value


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (lambda n: (n.anchor[0] * 2 * n.stride, n.anchor[1]), False),
        (lambda n: (round(n.anchor[0] * math.exp(n.tw), 1), n.anchor[1]), True),
        (lambda n: (n.anchor[0] - 217, n.anchor[1] + 217), True),
    ],
)
def test_a_mistake_that_nobody_can_make_is_found(value: Callable[[Any], Value], found: bool) -> None:
    item = ITEMS["yolo-box-size"]

    def build(n: Any) -> Question:
        question = item.build(n)
        assert isinstance(question.answer, FillIn)
        wrong = (distractor("hidden", value(n), ko="오답", en="wrong"),)
        return replace(question, answer=replace(question.answer, distractors=wrong))

    build.__module__ = item.build.__module__
    told = [
        *faults(replace(item, build=build), [sample(replace(item, build=build), str(seed)) for seed in range(DRAWS)])
    ]
    assert bool(told) == found
