"""What 02's notebook shows of a trained network: pictures, or a sentence that says what is missing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import fcnlab
import numpy as np
import pytest
from fcnlab.detector import ANCHORS, Plan
from fcnlab.judging import Detection
from fcnlab.picture import Note, Picture
from fcnlab.scenes import draw_scenes
from fcnlab.three_scales import RECALLS
from fcnlab.wording import Lang
from fcnlab.yolo_lab import TrainedYolo, faultless, tidied
from test_yolo_pictures import words

LANGS: tuple[Lang, ...] = ("ko", "en")
PLAN = Plan()
SCENES = draw_scenes(5, seed=11)


def detect(
    prediction: Any, num_classes: int, anchors: Any, stride: int, threshold: float = 0.5
) -> list[tuple[int, float, tuple[float, ...]]]:
    """A right answer, in another way than the solution's."""
    rows, cols, _ = prediction.shape
    raw = prediction.reshape(rows, cols, len(anchors), 5 + num_classes).astype(float)
    smooth = 1 / (1 + np.exp(-raw))
    found = []
    for row, col, number in np.argwhere(smooth[..., 4] > threshold):
        x, y = smooth[row, col, number, :2] + (col, row)
        w, h = np.exp(raw[row, col, number, 2:4]) * anchors[number]
        score = float(smooth[row, col, number, 4])
        found.append((int(raw[row, col, number, 5:].argmax()), score, (x * stride, y * stride, w, h)))
    return sorted(found, key=lambda each: -each[1])


@pytest.fixture(params=LANGS)
def yolo(request: pytest.FixtureRequest) -> TrainedYolo:
    """A network that has learned everything."""
    predictions = np.stack([faultless(scene, PLAN) for scene in SCENES])
    return TrainedYolo(PLAN, 25.0, SCENES, predictions, request.param)


PICTURES: dict[str, Callable[[Lang], Picture | Note]] = {
    "many passes and one": lambda lang: fcnlab.passes(lang=lang),
    "width and height": lambda lang: fcnlab.why_size(lang=lang),
    "two in one cell": lambda lang: fcnlab.two_in_one_cell(lang=lang),
    "three scales": lambda lang: fcnlab.recall_by_size(lang=lang),
    "suppressed": lambda lang: fcnlab.suppressed(lambda boxes, _: [0] if boxes else [], lang=lang),
}


def is_drawn(picture: Picture | Note) -> None:
    """It is no wider than a notebook's column, and all its texts lie on the sheet."""
    assert isinstance(picture, Picture)
    png, page = picture._repr_png_()
    assert png.startswith(b"\x89PNG")
    assert page["width"] <= 930
    figure = picture.figure
    figure.draw_without_rendering()
    for text in figure.axes[0].texts:
        box = text.get_window_extent()
        assert figure.bbox.x0 <= box.x0, text
        assert box.x1 <= figure.bbox.x1, text
        assert figure.bbox.y0 <= box.y0, text
        assert box.y1 <= figure.bbox.y1, text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_is_drawn_on_its_sheet(name: str, lang: Lang) -> None:
    is_drawn(PICTURES[name](lang))


def test_what_a_network_without_fault_finds_is_all_right(yolo: TrainedYolo) -> None:
    is_drawn(fcnlab.found_in_scenes(yolo, detect, lang=yolo.lang))
    scores = fcnlab.precision_and_recall(yolo, detect, lang=yolo.lang)
    is_drawn(scores)
    assert words(scores).count("1.00") == 15
    assert "(5, 13, 13, 24)" in repr(yolo)


def test_the_passes_are_counted() -> None:
    shown = words(fcnlab.passes(lang="en"))
    assert "507" in shown
    assert f"{PLAN.multiply_adds() / 1e6:,.0f} million" in shown
    assert f"{507 * PLAN.multiply_adds(64) / 1e6:,.0f} million" in shown


def test_the_fine_grid_finds_small_objects_and_the_coarse_one_large_ones() -> None:
    assert list(RECALLS) == [13, 26, 52]
    small, _, large = zip(*RECALLS.values(), strict=True)
    assert small[2] > 2 * small[0]
    assert large[0] > 2 * large[2]


@pytest.mark.parametrize(
    ("unfinished", "why"),
    [
        (None, "(`TypeError`). Finish question 6 first."),
        (lambda *_: None, "`detect` finds no objects yet."),
        (lambda *_: [], "`detect` finds no objects yet."),
        (lambda *_: [(0, 0.9)], "no (label, score, box)"),
        (lambda prediction, *_: prediction[99, 99], "(`IndexError`). Finish question 6 first."),
    ],
)
def test_before_detect_is_finished_a_sentence_says_so_and_nothing_is_trained(unfinished: object, why: str) -> None:
    note = fcnlab.train_yolo(unfinished, lang="en")
    assert isinstance(note, Note)
    assert why in repr(note)
    assert any("가" <= letter <= "힣" for letter in repr(fcnlab.train_yolo(unfinished, lang="ko")))
    for show in (fcnlab.found_in_scenes, fcnlab.precision_and_recall):
        assert show(note, unfinished, lang="en") is note


def test_a_detect_that_was_broken_later_on_is_told_too(yolo: TrainedYolo) -> None:
    assert isinstance(fcnlab.precision_and_recall(yolo, lambda *_: None, lang=yolo.lang), Note)
    assert isinstance(fcnlab.found_in_scenes(yolo, lambda *_: 1 / 0, lang=yolo.lang), Note)


def test_without_a_trained_network_the_cell_to_run_is_named() -> None:
    assert "trains the network first" in repr(fcnlab.found_in_scenes(None, detect, lang="en"))


@pytest.mark.parametrize(("lang", "said"), [("ko", "그냥 넘어가도 됩니다"), ("en", "you may go on without it")])
def test_without_keras_one_sentence_says_what_to_install(
    lang: Lang, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "keras", None)
    note = repr(fcnlab.train_yolo(detect, lang=lang))
    assert "`pip install keras tensorflow`" in note
    assert said in note


def test_nms_chooses_among_boxes_of_one_label() -> None:
    box = (20.0, 20.0, 10.0, 10.0)
    found: list[Detection] = [(0, 0.9, box), (1, 0.8, box), (0, 0.7, box)]
    assert tidied(found, lambda _, scores: [scores.index(max(scores))], "en") == found[:2]


@pytest.mark.parametrize("unfinished", [None, lambda *_: None, lambda *_: [99], lambda *_: ["a"]])
def test_before_nms_is_finished_a_sentence_says_so(unfinished: object, yolo: TrainedYolo) -> None:
    assert "`nms`" in repr(fcnlab.suppressed(unfinished, lang=yolo.lang))
    told = fcnlab.precision_and_recall(yolo, detect, nms=unfinished, lang=yolo.lang)
    assert isinstance(told, Note) or unfinished is None


def test_the_anchors_are_told_apart_by_their_shape() -> None:
    assert [f"{width:g}×{height:g}" for width, height in ANCHORS] == ["15×36", "40×30", "84×50"]


@pytest.mark.parametrize(
    ("highest", "numbers"), [(1.2, ["0", "0.5", "1", "1.5"]), (21.0, [*map(str, range(0, 25, 4))])]
)
def test_the_plot_of_a_high_loss_has_few_lines(highest: float, numbers: list[str]) -> None:
    shown = words(fcnlab.loss_curve([highest, 1.0], epochs=7, lang="en"))
    assert [text for text in shown if text.replace(".", "").isdigit()][: len(numbers)] == numbers
