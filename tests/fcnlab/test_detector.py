"""The detector of assignment 02: what it is trained on, what it learns to say, and how it is judged."""

from __future__ import annotations

import numpy as np
import pytest
from fcnlab.detector import ANCHORS, NUM_CLASSES, Plan
from fcnlab.judging import Score, iou, judged, matches
from fcnlab.scenes import SCENE_SIDE, Thing, draw_scene, draw_scenes, images_of, mirrored
from fcnlab.street_objects import CAR, PERSON, TRAFFIC_LIGHT, Box, paint_car, paint_person, paint_traffic_light
from fcnlab.yolo_numbers import BOX, OBJECTNESS, encoded, responsible, targets
from hypothesis import given
from hypothesis import strategies as st

STRIDES = st.sampled_from([Plan(cells=cells).stride for cells in (13, 26, 52)])
LENGTHS = st.floats(2, 200)
WITHIN = st.floats(0.01, 0.99)


def decoded(t: np.ndarray, cell: tuple[int, int], anchor: tuple[float, float], stride: int) -> Box:
    """YOLO's formulas, as the assignment has them; `cell` is (column, row)."""
    cx, cy = ((1 / (1 + np.exp(-t[k])) + cell[k]) * stride for k in (0, 1))
    return float(cx), float(cy), float(anchor[0] * np.exp(t[2])), float(anchor[1] * np.exp(t[3]))


@given(
    stride=STRIDES, column=st.integers(0, 12), row=st.integers(0, 12), x=WITHIN, y=WITHIN, width=LENGTHS, height=LENGTHS
)
def test_an_encoded_box_is_decoded_to_itself(
    stride: int, column: int, row: int, x: float, y: float, width: float, height: float
) -> None:
    box = ((column + x) * stride, (row + y) * stride, width, height)
    at_row, at_column, number = responsible(box, ANCHORS, stride)
    assert (at_row, at_column) == (row, column)
    anchor = ANCHORS[number]
    assert decoded(encoded(box, anchor, stride), (column, row), anchor, stride) == pytest.approx(box, rel=1e-6)


def test_the_targets_say_where_each_object_is_and_that_nothing_is_elsewhere() -> None:
    plan = Plan()
    for scene in draw_scenes(5, seed=3):
        wanted = targets(scene.things, plan.cells, plan.stride, plan.anchors, NUM_CLASSES)
        assert wanted.shape == (13, 13, 3, 8)
        there = np.argwhere(wanted[..., OBJECTNESS] == 1)
        assert 0 < len(there) <= len(scene.things)
        assert not wanted[wanted[..., OBJECTNESS] == 0].any()
        for row, column, number in there:
            numbers = wanted[row, column, number]
            box = decoded(numbers[BOX].astype(float), (column, row), ANCHORS[number], plan.stride)
            label = int(np.argmax(numbers[5:]))
            assert numbers[5:].sum() == 1
            assert any(thing.label == label and iou(thing.box, box) > 0.999 for thing in scene.things)


def test_two_objects_of_unlike_size_share_a_cell_and_of_two_alike_one_is_lost() -> None:
    car, person = Thing(CAR, (104, 120, 88, 52)), Thing(PERSON, (107, 124, 21, 60))
    another = Thing(PERSON, (109, 122, 22, 58))
    assert targets([car, person], 13, 16, ANCHORS, 3)[7, 6, :, OBJECTNESS].tolist() == [1, 0, 1]
    assert targets([person, another], 13, 16, ANCHORS, 3)[..., OBJECTNESS].sum() == 1
    assert targets([person, another], 52, 4, ANCHORS, 3)[..., OBJECTNESS].sum() == 2


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ((10, 10, 4, 6), (10, 10, 4, 6), 1),
        ((10, 10, 4, 4), (12, 10, 4, 4), 8 / 24),
        ((10, 10, 4, 4), (12, 12, 4, 4), 4 / 28),
        ((10, 10, 10, 10), (10, 10, 5, 2), 0.1),
        ((10, 10, 4, 4), (14, 10, 4, 4), 0),
        ((10, 10, 4, 4), (90, 90, 4, 4), 0),
    ],
)
def test_the_overlap_is_as_counted_on_squared_paper(one: Box, other: Box, wanted: float) -> None:
    assert iou(one, other) == pytest.approx(wanted)
    assert iou(other, one) == pytest.approx(wanted)


def test_each_object_is_found_once_by_the_best_score_of_its_label() -> None:
    things = [Thing(CAR, (20, 20, 20, 10)), Thing(PERSON, (60, 20, 8, 20))]
    found = [
        (CAR, 0.6, (20, 20, 20, 10)),  # the better one has the car already
        (CAR, 0.9, (21, 20, 20, 10)),
        (CAR, 0.8, (60, 20, 8, 20)),  # a person, taken for a car
        (PERSON, 0.7, (60, 26, 8, 20)),  # 14 of 26 rows: just enough
        (PERSON, 0.95, (60, 27, 8, 20)),  # 13 of 27: not enough
    ]
    assert matches(found, things) == [None, 0, None, 1, None]
    score = judged(found, things)
    assert (score.right, score.wrong, score.missed) == (2, 3, 0)
    assert (score.precision, score.recall, score.f1) == (0.4, 1.0, pytest.approx(4 / 7))


def test_scores_add_up_and_nothing_found_is_no_division_by_zero() -> None:
    assert judged([], []) == Score(0, 0, 0)
    assert (judged([], []).f1, judged([], []).precision) == (0, 0)
    assert Score(1, 2, 3) + Score(4, 5, 6) == Score(5, 7, 9)
    assert judged([], [Thing(CAR, (1, 1, 1, 1))]).recall == 0


def test_a_seed_gives_the_same_scenes_again_and_others_than_another_seed() -> None:
    once, again, other = draw_scenes(2, 5), draw_scenes(2, 5), draw_scenes(2, 6)
    assert [scene.things for scene in once] == [scene.things for scene in again]
    assert (images_of(once) == images_of(again)).all()
    assert (images_of(once) != images_of(other)).any()


@pytest.mark.parametrize("far", [False, True])
def test_every_object_lies_within_its_scene(far: bool) -> None:
    scenes = draw_scenes(40, seed=2, far=far)
    for scene in scenes:
        assert scene.image.shape == (SCENE_SIDE, SCENE_SIDE)
        assert scene.image.min() >= 0
        assert scene.image.max() <= 1
        for thing in scene.things:
            cx, cy, width, height = thing.box
            assert min(cx - width / 2, cy - height / 2) >= 0
            assert max(cx + width / 2, cy + height / 2) <= SCENE_SIDE
    small = sum((thing.box[2] * thing.box[3]) ** 0.5 < 16 for scene in scenes for thing in scene.things)
    assert small > 100 if far else small < 40
    assert {thing.label for scene in scenes for thing in scene.things} == {CAR, PERSON, TRAFFIC_LIGHT}


def test_a_mirrored_scene_has_its_objects_mirrored() -> None:
    scene = draw_scenes(1, seed=4)[0]
    there = mirrored(scene)
    assert (there.image == scene.image[:, ::-1]).all()
    assert [SCENE_SIDE - thing.box[0] for thing in there.things] == pytest.approx([t.box[0] for t in scene.things])
    assert [thing.label for thing in there.things] == [thing.label for thing in scene.things]


def test_objects_fill_their_boxes_and_nothing_outside_but_a_light_s_pole() -> None:
    box = (30.0, 24.0, 24.0, 20.0)
    for paint in (paint_car, paint_person, lambda image, box: paint_traffic_light(image, box, ground=0)):
        image = np.ones((60, 60))
        paint(image, box)
        rows, cols = np.nonzero(image < 1)
        assert rows.min() in (14, 15), "a head is round"
        assert rows.max() == 33
        assert 18 <= cols.min() <= 23
        assert 37 <= cols.max() <= 41
    image = np.ones((60, 60))
    paint_traffic_light(image, box, ground=50)
    assert np.nonzero(image < 1)[0].max() == 49


def test_an_object_beyond_the_border_is_cut_off() -> None:
    image = np.ones((30, 30))
    paint_car(image, (0, 15, 20, 10))
    paint_person(image, (15, -50, 8, 20))
    assert (image[:, :10] < 1).any()
    assert (image[:, 10:] == 1).all()


def test_the_objects_that_were_asked_for_are_drawn() -> None:
    things = (Thing(CAR, (104, 120, 88, 52)), Thing(PERSON, (108, 124, 21, 60)))
    scene = draw_scene(things, horizon=92)
    assert scene.things == things
    assert scene.image[100:140, 100:115].mean() < 0.5


def test_the_multiply_adds_are_those_of_each_layer() -> None:
    plan = Plan()
    by_layer = [
        52**2 * 6**2 * 1 * 16,
        26**2 * 3**2 * 16 * 32,
        13**2 * 3**2 * 32 * 64,
        *[13**2 * 3**2 * 64 * 64] * 3,
        13**2 * 64 * 24,
    ]
    assert plan.multiply_adds() == sum(by_layer)
    assert Plan(cells=52).multiply_adds() > plan.multiply_adds() > 10 * plan.multiply_adds(52)


@pytest.mark.xdist_group("keras")
def test_a_few_steps_of_training_lower_the_loss() -> None:
    pytest.importorskip("keras")
    from fcnlab.detector import train, yolo_loss  # noqa: PLC0415 - with Keras alone

    plan = Plan(epochs=2, batch=2)
    losses: list[float] = []
    scenes = draw_scenes(4, seed=1)
    model = train(scenes, plan, 0, lambda _, logs: losses.append(logs["loss"]))
    assert model.output_shape == (None, 13, 13, plan.depth)
    assert losses[-1] < 0.9 * losses[0]
    names = [type(layer).__name__ for layer in model.layers]
    assert "Dense" not in names
    assert names[-1] == "Conv2D"
    wanted = np.stack([targets(scene.things, 13, 16, ANCHORS, NUM_CLASSES) for scene in scenes])
    perfect = wanted.copy()
    perfect[..., OBJECTNESS:] = 40 * wanted[..., OBJECTNESS:] - 20
    assert np.asarray(yolo_loss(wanted, perfect.reshape(-1, 13, 13, plan.depth))).max() < 1e-3
    worse = perfect.copy()
    worse[..., :4] += 0.5
    assert (np.asarray(yolo_loss(wanted, worse.reshape(-1, 13, 13, plan.depth))) > 0.1).all()
