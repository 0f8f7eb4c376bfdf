"""Drawings as SVG, read back as XML: every word is there, nothing is left of what would break a page."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pypdf
import pytest
from fcnlab.canvas import Canvas
from fcnlab.sketch import sketch
from this_course import ITEMS

from fcnkit.practice import figures
from fcnkit.practice.document_blocks import Figure
from fcnkit.practice.item import sample
from fcnkit.practice.writers.pdf import _compiler
from fcnkit.text import LANGS, Lang

SVG = "{http://www.w3.org/2000/svg}"


def _figures() -> Iterator[Figure]:
    for item in ITEMS.values():
        problem = sample(item, "1").problem
        yield from (block for block in (*problem.question, *problem.solution) if isinstance(block, Figure))


@pytest.mark.parametrize("lang", LANGS)
def test_every_word_of_a_figure_is_a_word_of_its_sketch(lang: Lang) -> None:
    found = [*_figures()]
    assert found
    for figure in found:
        root = ElementTree.fromstring(figures.svg(figure, lang))  # noqa: S314  # our own
        words = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
        axes = figure.picture(lang).figure.axes[0]
        assert sorted(words) == sorted(text.get_text().replace("−", "–") for text in axes.texts if text.get_text())
        assert len(figures.svg(figure, lang)) < 40_000


def test_a_canvas_with_everything_is_sketched_and_escaped() -> None:
    canvas = Canvas(6, 4, "en")
    canvas.text((1, 1), "<b> & −1")
    canvas.tag((1, 2), "tag")
    canvas.box((1, 1), fill="none", dashed=True)
    canvas.frame((0, 0), (2, 2), dashed=True)
    canvas.dot((3, 3))
    canvas.lines((0, 0), (2, 2), 2, 3)
    canvas.curve([(0, 0), (1, 2)], strong=True)
    drawn = sketch(canvas)
    root = ElementTree.fromstring(drawn)  # noqa: S314  # our own
    assert ["".join(text.itertext()) for text in root.iter(f"{SVG}text")] == ["<b> & –1", "tag"]
    assert len([*root]) == 9
    assert (root.get("width"), root.get("height")) == ("253.4", "169")


def test_a_negative_number_is_in_the_font_of_the_others_on_paper() -> None:
    canvas = Canvas(6, 4, "ko")
    for place, text in enumerate(("2", "−1", "⊛", "⊛: 도장 찍기")):
        canvas.text((1, place), text)
    source = f"#image(bytes({json.dumps(sketch(canvas))}))".encode()
    (page,) = pypdf.PdfReader(io.BytesIO(_compiler(takes_system_fonts=False).compile(source))).pages  # type: ignore[arg-type]
    assert {re.split(r"[+-]", font)[1] for font in _fonts(page)} == {"NanumGothic", "DejaVuSansMono"}


def _fonts(within: Any) -> Iterator[str]:
    resources = within["/Resources"]
    for font in resources.get("/Font", {}).values():
        yield font.get_object()["/BaseFont"]
    for drawn in resources.get("/XObject", {}).values():
        yield from _fonts(drawn.get_object())


def test_an_image_is_drawn_with_one_pixel_for_each_number() -> None:
    canvas = Canvas(6, 4, "en")
    canvas.image((0, 0), 2, np.eye(2), (0, 1))
    image = ElementTree.fromstring(sketch(canvas)).find(f"{SVG}image")  # noqa: S314  # our own
    assert image is not None
    assert (image.get("href") or "").startswith("data:image/png;base64,")
    assert (image.get("width"), image.get("height")) == ("80", "80")
