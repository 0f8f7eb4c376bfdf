"""The specification that assignment 02 is graded by, held against the paper's numbers and its formulas turned round."""

from __future__ import annotations

import math
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hidden_suite import Suite, suite_of
from hypothesis import given, settings
from hypothesis import strategies as st

by_example = settings(max_examples=100, deadline=None, derandomize=True)
CLASSES = st.integers(1, 6)
BOXES = st.integers(1, 4)
SIDES = st.integers(1, 5)
RAW = st.floats(-80, 80)


@pytest.fixture(scope="module")
def suite() -> Suite:
    return suite_of("02")


@pytest.mark.parametrize(
    ("num_classes", "num_boxes", "depth"), [(80, 3, 255), (20, 3, 75), (1000, 3, 3015), (80, 1, 85), (1, 2, 12)]
)
def test_depths_worked_out_by_hand(spec: ModuleType, num_classes: int, num_boxes: int, depth: int) -> None:
    """255 is the paper's N × N × [3 × (4 + 1 + 80)], 3,015 the lecture's 1,000 classes."""
    assert spec.yolo_depth(num_classes, num_boxes) == depth


def test_the_papers_three_outputs(spec: ModuleType) -> None:
    assert spec.yolo_output_shapes(416, 80) == [(13, 13, 255), (26, 26, 255), (52, 52, 255)]
    assert spec.yolo_output_shapes(608, 80, strides=(8, 32)) == [(76, 76, 255), (19, 19, 255)]


@pytest.mark.parametrize(("image_size", "boxes"), [(416, 10_647), (608, 22_743), (320, 6_300)])
def test_the_papers_number_of_boxes(spec: ModuleType, image_size: int, boxes: int) -> None:
    assert spec.count_outputs(image_size, 80) == boxes * 85


@by_example
@given(num_classes=CLASSES, num_boxes=BOXES)
def test_splitting_loses_nothing_and_keeps_the_order(spec: ModuleType, num_classes: int, num_boxes: int) -> None:
    cell = np.arange(num_boxes * (5 + num_classes), dtype=float)
    boxes = spec.split_cell(cell, num_classes, num_boxes)
    assert [number for b in boxes for number in (*b["box"], b["objectness"], *b["classes"])] == cell.tolist()
    assert all(len(b["box"]) == 4 and len(b["classes"]) == num_classes for b in boxes)


def test_a_box_worked_out_by_hand(spec: ModuleType) -> None:
    """Sigmoid of ln 3 is 3/4; the cell is column 2, row 1."""
    box = spec.decode_box((math.log(3), 0.0, math.log(2), 0.0), (2, 1), (10, 20), 8)
    assert box == pytest.approx((22, 12, 20, 20))


@by_example
@given(
    place=st.tuples(st.floats(0.02, 0.98), st.floats(0.02, 0.98)),
    cell_xy=st.tuples(st.integers(0, 51), st.integers(0, 51)),
    size=st.tuples(st.floats(1, 500), st.floats(1, 500)),
    anchor=st.tuples(st.integers(1, 400), st.integers(1, 400)),
    stride=st.sampled_from([8, 16, 32]),
)
def test_decoding_undoes_the_targets_of_training(
    spec: ModuleType, place: Any, cell_xy: Any, size: Any, anchor: Any, stride: int
) -> None:
    """The paper trains by inverting its formulas: t = logit(place in the cell), log(size / anchor)."""
    t = [math.log(p / (1 - p)) for p in place] + [math.log(s / a) for s, a in zip(size, anchor, strict=True)]
    centre = [(c + p) * stride for c, p in zip(cell_xy, place, strict=True)]
    assert spec.decode_box(t, cell_xy, anchor, stride) == pytest.approx((*centre, *size))


@given(t=st.tuples(RAW, RAW, RAW, RAW))
def test_the_whole_range_of_raw_numbers_is_decoded(spec: ModuleType, t: Any) -> None:
    cx, cy, width, height = spec.decode_box(t, (3, 4), (10, 13), 8)
    assert 24 <= cx <= 32
    assert 32 <= cy <= 40
    assert 0 < width < math.inf
    assert 0 < height < math.inf


@by_example
@given(
    grid=st.tuples(SIDES, SIDES),
    num_classes=CLASSES,
    num_boxes=BOXES,
    limit=st.floats(0.1, 0.9),
    seed=st.integers(0, 999),
)
def test_detecting_is_what_whole_arrays_give(
    spec: ModuleType, grid: tuple[int, int], num_classes: int, num_boxes: int, limit: float, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    table = rng.normal(0, 2, (*grid, num_boxes, 5 + num_classes))
    anchors = [tuple(anchor) for anchor in rng.integers(5, 300, (num_boxes, 2)).tolist()]
    found = spec.detect(table.reshape(*grid, -1), num_classes, anchors, 16, limit)

    scores = 1 / (1 + np.exp(-table[..., 4]))
    rows, cols, boxes = (axis[scores > limit] for axis in np.indices(scores.shape))
    order = np.argsort(-scores[rows, cols, boxes])
    rows, cols, boxes = rows[order], cols[order], boxes[order]
    chosen = table[rows, cols, boxes]
    centres = (1 / (1 + np.exp(-chosen[:, :2])) + np.stack([cols, rows], axis=-1)) * 16
    sizes = np.exp(chosen[:, 2:4]) * np.array(anchors)[boxes]
    assert [label for label, _, _ in found] == chosen[:, 5:].argmax(axis=1).tolist()
    np.testing.assert_allclose([score for _, score, _ in found], scores[rows, cols, boxes])
    np.testing.assert_allclose(np.reshape([box for _, _, box in found], (-1, 4)), np.hstack([centres, sizes]))


def test_a_score_on_the_threshold_is_no_detection(spec: ModuleType) -> None:
    prediction = np.zeros((1, 1, 6))
    assert spec.detect(prediction, 1, [(10, 10)], 8) == []
    assert len(spec.detect(prediction, 1, [(10, 10)], 8, threshold=0.499)) == 1
