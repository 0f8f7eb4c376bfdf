"""What students see of YOLO: every picture in both languages, and a note where there is nothing to draw."""

from collections.abc import Callable
from typing import Any

import fcnlab
import numpy as np
import pytest
from fcnlab.picture import Note, Picture
from fcnlab.street import ANCHORS, NUM_CLASSES, SIDE, THINGS
from fcnlab.wording import Lang
from words_in import words

FOUND = [(thing.label, 0.9, thing.box) for thing in THINGS]
BOX = THINGS[0].box

PICTURES: dict[str, Callable[[Lang], Picture | Note]] = {
    "depth of two classes": lambda lang: fcnlab.depth_bar(2, lang=lang),
    "depth of many classes": lambda lang: fcnlab.depth_bar(1000, lang=lang),
    "depth of one box": lambda lang: fcnlab.depth_bar(1, 1, lang=lang),
    "scales": lambda lang: fcnlab.scales(lang=lang),
    "one scale": lambda lang: fcnlab.scales((16,), lang=lang),
    "decoded": lambda lang: fcnlab.decoded(BOX, (3, 9), (116, 90), 32, lang=lang),
    "decoded beyond the image": lambda lang: fcnlab.decoded((-50, 10, 900, 20), (0, 0), (10, 10), 8, lang=lang),
    "detections": lambda lang: fcnlab.detections(FOUND, lang=lang),
    "unknown label in a corner": lambda lang: fcnlab.detections([(7, 0.5, (410, 2, 30, 30))], lang=lang),
}


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_is_drawn_with_all_its_glyphs_on_its_sheet(name: str, lang: Lang) -> None:
    picture = PICTURES[name](lang)
    assert isinstance(picture, Picture)
    png, page = picture._repr_png_()
    assert png.startswith(b"\x89PNG")
    assert page["width"] <= 930, "wider than a notebook's column"
    figure = picture.figure
    figure.draw_without_rendering()
    for text in figure.axes[0].texts:
        box = text.get_window_extent()
        assert box.width == 0 or (figure.bbox.x0 <= box.x0 and box.x1 <= figure.bbox.x1), text
        assert box.width == 0 or (figure.bbox.y0 <= box.y0 and box.y1 <= figure.bbox.y1), text


def test_the_bar_says_where_each_part_begins() -> None:
    shown = words(fcnlab.depth_bar(80, lang="en"))
    assert {"box 0", "box 2", "c0 … c79", "0", "4", "5", "85", "89", "90", "170", "174", "175"} <= set(shown)
    assert "255" not in shown


def test_the_scales_are_named_by_their_cells() -> None:
    shown = words(fcnlab.scales(lang="en"))
    assert {f"stride {stride}: {SIDE // stride}×{SIDE // stride} cells" for stride in (32, 16, 8)} <= set(shown)


def test_small_objects_blend_with_the_background_whether_dark_or_bright_and_the_large_one_stays() -> None:
    """What is left of an object's contrast in the means: all of the near car's; of the far one's, less and less."""
    near, far = THINGS[0].box, THINGS[3].box
    for street in (fcnlab.street(), 1 - fcnlab.street()):
        left = {}
        for stride in (8, 16, 32):
            cells = SIDE // stride
            means = street.reshape(cells, stride, cells, stride).mean(axis=(1, 3))
            left[stride] = [float(np.ptp(_inside(means, box, stride))) for box in (near, far)]
        assert min(near_left for near_left, _ in left.values()) > 0.55
        assert left[8][1] > left[16][1] > left[32][1]
        assert left[32][1] < 0.45


def _inside(means: Any, box: Any, stride: int) -> Any:
    cx, cy, width, height = box
    rows = slice(int((cy - height / 2) // stride), int((cy + height / 2) // stride) + 1)
    return means[rows, int((cx - width / 2) // stride) : int((cx + width / 2) // stride) + 1]


def test_the_predictions_hold_the_objects_of_the_street_and_no_other() -> None:
    for stride, prediction in fcnlab.street_predictions().items():
        cells = SIDE // stride
        assert prediction.shape == (cells, cells, len(ANCHORS[stride]) * (5 + NUM_CLASSES))
        table = prediction.reshape(cells, cells, len(ANCHORS[stride]), -1)
        found = [_read(table, place, stride) for place in np.argwhere(table[..., 4] > 0)]
        expected = [(thing.label, *thing.box) for thing in THINGS if thing.stride == stride]
        assert len(found) == len(expected) >= 1
        np.testing.assert_allclose(sorted(found), sorted(expected), rtol=1e-4)


def _read(table: Any, place: Any, stride: int) -> tuple[float, ...]:
    row, column, box = place
    numbers = table[row, column, box].astype(float)
    x, y = 1 / (1 + np.exp(-numbers[:2]))
    width, height = np.exp(numbers[2:4]) * ANCHORS[stride][box]
    return (float(np.argmax(numbers[5:])), (column + x) * stride, (row + y) * stride, width, height)


def test_predictions_may_be_changed_without_harm() -> None:
    fcnlab.street_predictions()[32][:] = 0
    assert fcnlab.street_predictions()[32].any()


def test_what_was_found_is_named() -> None:
    shown = words(fcnlab.detections([*FOUND, (9, 0.512, (50, 50, 10, 10))], lang="en"))
    assert shown == ["car 0.90", "person 0.90", "traffic light 0.90", "car 0.90", "9 0.51"]


@pytest.mark.parametrize(
    "box", [None, "box", 3, (1, 2, 3), (1, 2, 3, -4), (1, 2, 3, 1e9), (1, 2, 3, np.nan), {"cx": 1}, [[1], [2, 3]]]
)
def test_what_is_no_box_gives_a_note(box: object) -> None:
    for lang in ("ko", "en"):
        assert isinstance(fcnlab.decoded(box, (0, 0), (10, 10), 8, lang=lang), Note)
        assert isinstance(fcnlab.detections([(0, 0.5, box)], lang=lang), Note)


@pytest.mark.parametrize(
    ("found", "why"),
    [(None, "(None)"), ([], "Nothing was found"), (3, "cannot be drawn"), ([1], "cannot"), (FOUND * 20, "80 boxes")],
)
def test_what_are_no_detections_gives_a_note(found: object, why: str) -> None:
    assert why in repr(fcnlab.detections(found, lang="en"))
    assert isinstance(fcnlab.detections(found, lang="ko"), Note)


@pytest.mark.parametrize(
    ("call", "why"),
    [
        (lambda: fcnlab.depth_bar(2, 4, lang="en"), "at most 3 boxes"),
        (lambda: fcnlab.depth_bar(0, lang="en"), "at least 1"),
        (lambda: fcnlab.scales((7,), lang="en"), "does not divide"),
        (lambda: fcnlab.scales((0,), lang="en"), "does not divide"),
    ],
)
def test_wrong_use_is_said(call: Callable[[], object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        call()
