"""What students see: every picture in both languages, and a note where there is nothing to draw."""

import base64
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import fcnlab
import matplotlib as mpl
import nbformat
import numpy as np
import pytest
from fcnlab.canvas import Canvas
from fcnlab.picture import Note, Picture
from fcnlab.wording import Lang
from IPython.core.formatters import DisplayFormatter
from nbconvert import HTMLExporter
from words_in import words

X, KERNEL = [[1, 2], [3, 0]], [[1, 2], [3, -4]]

PICTURES: dict[str, Callable[[Lang], Picture | Note]] = {
    "stamps": lambda lang: fcnlab.stamps(X, KERNEL, stride=2, lang=lang),
    "overlapping stamps": lambda lang: fcnlab.stamps(X, KERNEL, lang=lang),
    "stamps in lines": lambda lang: fcnlab.stamps(np.arange(6).reshape(2, 3), KERNEL, stride=2, lang=lang),
    "stamping": lambda lang: fcnlab.stamping(X, KERNEL, lang=lang),
    "operation": lambda lang: fcnlab.operation(X, KERNEL, np.eye(3) / 3, lang=lang),
    "grids": lambda lang: fcnlab.grids({"x": X, "kernel": [1, -1], "y": np.eye(2)}, between="×=", lang=lang),
    "channels": lambda lang: fcnlab.channels("y", np.arange(8).reshape(2, 2, 2), lang=lang),
    "windows": lambda lang: fcnlab.windows(6, 3, stride=2, padding="same", lang=lang),
    "footprints": lambda lang: fcnlab.footprints(3, 4, stride=2, padding="same", lang=lang),
    "images": lambda lang: fcnlab.images({"a": np.eye(3), "b": np.ones((2, 5))}, lang=lang),
    "super_resolution": lambda lang: fcnlab.super_resolution(lang=lang),
    "joined tuples": lambda lang: fcnlab.joined((160,), (128, 96), (1,), lang=lang),
    "joined lists": lambda lang: fcnlab.joined([1], [2, 3, 4, 5, 6], lang=lang),
    "added with broadcasting": lambda lang: fcnlab.added([10, 20], [5], lang=lang),
    "added": lambda lang: fcnlab.added([1, 2, 3], [4, 5, 6], lang=lang),
    "batch filling": lambda lang: fcnlab.batch_filling(5, 3, lang=lang),
    "frames of video": lambda lang: fcnlab.frames(fcnlab.video_clips(2, 5), lang=lang),
    "a kernel on video": lambda lang: fcnlab.frames(fcnlab.video_clips(1, 3), kernel=(3, 9, 9), lang=lang),
    "numbers of a cell": lambda lang: fcnlab.cell_numbers(lang=lang),
    "funnel": lambda lang: fcnlab.funnel([(3, 1, 1), (3, 2, 1), (3, 1, 2)], lang=lang),
    "wide funnel": lambda lang: fcnlab.funnel([(1, 1, 1), (5, 4, 1), (9, 1, 1)], lang=lang),
}


@cache
def drawn(name: str, lang: Lang) -> Picture:
    """The picture, painted once for all tests that look at it."""
    picture = PICTURES[name](lang)
    assert isinstance(picture, Picture)
    return picture


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_is_drawn_with_all_its_glyphs(name: str, lang: Lang) -> None:
    """Matplotlib warns of each glyph that no font has, and warnings are errors here."""
    picture = drawn(name, lang)
    png, page = picture._repr_png_()
    assert png.startswith(b"\x89PNG")
    assert page["width"] <= 930, "wider than a notebook's column"


@pytest.mark.parametrize("name", PICTURES)
def test_nothing_lies_outside_the_sheet(name: str) -> None:
    languages: tuple[Lang, ...] = ("ko", "en")
    for lang in languages:
        figure = drawn(name, lang).figure
        figure.draw_without_rendering()
        for text in figure.axes[0].texts:
            box = text.get_window_extent()
            assert box.width == 0 or (figure.bbox.x0 <= box.x0 and box.x1 <= figure.bbox.x1), text
            assert box.width == 0 or (figure.bbox.y0 <= box.y0 and box.y1 <= figure.bbox.y1), text


def test_global_settings_stay_as_they_are() -> None:
    before = dict(mpl.rcParams)
    for draw in PICTURES.values():
        words(draw("ko"))
    assert dict(mpl.rcParams) == before


def test_importing_and_calling_imports_no_matplotlib() -> None:
    """Grading runs every cell, and nobody looks."""
    script = (
        "import sys, fcnlab; picture = fcnlab.stamps([[1]], [[2]], lang='ko'); fcnlab.super_resolution(lang='ko'); "
        "assert 'matplotlib' not in sys.modules; picture.figure; assert 'matplotlib.pyplot' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_stamps_shows_each_stamp_and_what_was_added() -> None:
    shown = words(fcnlab.stamps([[2, 5]], [[10, 7]], lang="en"))
    assert {"2 × kernel", "5 × kernel", "20", "14+50", "64", "35"} <= set(shown)


def test_grids_shows_numbers_and_shapes() -> None:
    shown = words(fcnlab.grids({"x": [[0.5, -3]], "y": [1.23456, -0.0]}, lang="en"))
    assert {"x", "(1, 2)", "0.5", "−3", "y", "(2,)", "1.23", "0"} <= set(shown)


@pytest.mark.parametrize(
    ("size", "kernel", "stride", "valid", "same"), [(3, 3, 2, 7, 6), (3, 2, 3, 9, 9), (1, 5, 1, 5, 1)]
)
def test_footprints_names_the_output_cells(size: int, kernel: int, stride: int, valid: int, same: int) -> None:
    for padding, length in (("valid", valid), ("same", same)):
        shown = words(fcnlab.footprints(size, kernel, stride=stride, padding=padding, lang="en"))
        assert sum(name.startswith("y") for name in shown) == length


@pytest.mark.parametrize(
    ("size", "kernel", "stride", "valid", "same"), [(7, 3, 2, 3, 4), (6, 3, 2, 2, 3), (5, 5, 1, 1, 5)]
)
def test_windows_names_the_output_cells(size: int, kernel: int, stride: int, valid: int, same: int) -> None:
    for padding, length in (("valid", valid), ("same", same)):
        shown = words(fcnlab.windows(size, kernel, stride=stride, padding=padding, lang="en"))
        assert sum(name.startswith("y") for name in shown) == length


@pytest.mark.parametrize(
    ("values", "why"),
    [
        (None, "(None)"),
        (3, "shape ()"),
        ("text", "no array of numbers"),
        ([[1], [1, 2]], "no array of numbers"),
        (np.zeros((2, 2, 2)), "shape (2, 2, 2)"),
        (np.zeros((0, 2)), "shape (0, 2)"),
        (np.zeros((17, 2)), "too large"),
    ],
)
def test_what_cannot_be_drawn_gives_a_note(values: object, why: str) -> None:
    note = fcnlab.operation(X, KERNEL, values, lang="en")
    assert isinstance(note, Note)
    assert why in repr(note)
    assert isinstance(fcnlab.operation(X, KERNEL, values, lang="ko"), Note)


@pytest.mark.parametrize("values", [None, [[[1]]], np.zeros((2, 2, 0)), np.zeros((1, 1, 1, 1))])
def test_what_has_no_channels_gives_a_note(values: object) -> None:
    assert isinstance(fcnlab.channels("y", values, lang="ko"), Note)


def test_a_missing_channel_axis_is_shown_by_its_shape() -> None:
    assert {"y", "(2, 3)"} <= set(words(fcnlab.channels("y", np.ones((2, 3)), lang="en")))


def test_numbers_without_end_are_drawn() -> None:
    assert {"nan", "inf"} <= set(words(fcnlab.grids({"x": [[np.nan, np.inf, 1]]}, lang="en")))


@pytest.mark.parametrize(
    ("call", "why"),
    [
        (lambda: fcnlab.stamps(np.ones((4, 4)), KERNEL, lang="en"), "16 stamps"),
        (lambda: fcnlab.windows(2, 3, lang="en"), "does not fit"),
        (lambda: fcnlab.footprints(2, 3, padding="full", lang="en"), "padding is 'full'"),
        (lambda: fcnlab.footprints(0, 3, lang="en"), "at least 1"),
        (lambda: fcnlab.grids({"a": X, "b": X}, between="+=", lang="en"), "one fewer"),
        (lambda: fcnlab.super_resolution(lang="fr"), "lang is 'fr'"),
    ],
)
def test_wrong_use_is_said(call: Callable[[], object], why: str) -> None:
    with pytest.raises(ValueError, match=why.replace("(", r"\(")):
        call()


def test_save_writes_the_format_that_the_name_says(tmp_path: Path) -> None:
    picture = fcnlab.windows(5, 3, lang="ko")
    picture.save(tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    assert repr(picture).startswith("<Picture: 크기 5")


def test_what_is_joined_is_written_above_and_below() -> None:
    shown = words(fcnlab.joined((160,), (128, 96), (1,), lang="en"))
    assert {"(160,)", "(128, 96)", "(1,)", "(160, 128, 96, 1)"} <= set(shown)


def test_what_cannot_be_joined_or_added_is_not_drawn() -> None:
    with pytest.raises(TypeError, match="only to a tuple"):
        fcnlab.joined((1,), [2], lang="en")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="two or three"):
        fcnlab.joined((1,), lang="en")
    with pytest.raises(ValueError, match="shape mismatch"):
        fcnlab.added([1, 2], [1, 2, 3], lang="en")
    with pytest.raises(ValueError, match="at most 8 places"):
        fcnlab.batch_filling(2, 3, lang="en")


def test_a_funnel_has_the_pixels_that_are_seen_and_says_what_the_layers_are() -> None:
    picture = fcnlab.funnel([(3, 2, 1), (2, 1, 3)], lang="en")
    assert words(picture) == ["input", "kernel 3, stride 2, dilation 1", "kernel 2, stride 1, dilation 3"]
    assert isinstance(picture, Picture)
    boxes = picture.figure.axes[0].patches
    white = [box for box in boxes if box.get_facecolor() == (1, 1, 1, 1)]
    assert (len(boxes), len(white)) == (9 + 2 + 1, 9 - 2 * 3)
    for layers in [[], [(3, 1, 0)], [(41, 1, 1)]]:
        with pytest.raises(ValueError, match=r"at least 1|at most 40"):
            fcnlab.funnel(layers, lang="en")


def test_a_page_made_of_a_notebook_reads_out_a_pictures_title() -> None:
    """As Jupyter's protocol is about to have it; JupyterLab and nbconvert's other templates take none yet."""
    picture = Picture("3 × 3 <kernel>", lambda: Canvas(1, 1, "ko"))
    data, metadata = DisplayFormatter().format(picture)  # type: ignore[no-untyped-call]
    output = {"output_type": "display_data", "data": data, "metadata": metadata}
    output["data"]["image/png"] = base64.b64encode(data["image/png"]).decode()
    cell = {"cell_type": "code", "source": "", "metadata": {}, "outputs": [output], "execution_count": None, "id": "a"}
    notebook = nbformat.from_dict({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})  # type: ignore[no-untyped-call]
    page, _ = HTMLExporter(template_name="classic").from_notebook_node(notebook)
    assert 'alt="3 × 3 &lt;kernel&gt;"' in page
