"""Pictures that answer to the reader: complete without script or network, and a still picture beside them."""

from __future__ import annotations

import re
from html import unescape
from xml.etree import ElementTree

import fcnlab
import numpy as np
import pytest
from fcnlab.canvas import Canvas
from fcnlab.moving import Moving
from fcnlab.spots import Spot, spotted
from fcnlab.wording import Lang

X, KERNEL = [[1, 2], [3, 0]], [[1, 2], [3, -4]]


def _spots() -> Moving:
    canvas, more = Canvas(4, 3, "en"), Canvas(4, 3, "en")
    canvas.image((0, 0), 3, np.eye(3), (0, 1))
    more.text((1, 1), "<more>")
    spots = [Spot((0, 0), (1, 1), "first & best", tuple(more.marks)), Spot((1, 1), (1, 1), "second", ())]
    return Moving("spots", lambda: canvas, lambda: spotted(canvas, spots, "Point at a cell."), lang="en")


def _elements(document: str) -> list[ElementTree.Element]:
    """Read as XML, so that everything is closed and escaped; only `meta` and `input` have no end in HTML."""
    closed = re.sub(r"<(meta|input)([^>]*)>", r"<\1\2/>", document.removeprefix("<!doctype html>"))
    closed = closed.replace(" checked/>", ' checked="checked"/>')
    return [*ElementTree.fromstring(closed).iter()]  # noqa: S314 - our own


@pytest.mark.parametrize("picture", [fcnlab.stamping(X, KERNEL, lang="ko"), _spots()])
def test_the_page_is_complete_and_needs_neither_script_nor_network(picture: Moving) -> None:
    shown = picture._repr_html_()
    assert not re.search(r"<script|\bon\w+=|https?://(?!www\.w3\.org/2000/svg)|url\(", picture.document())
    assert 'sandbox="allow-same-origin"' in shown
    srcdoc = re.search(r'srcdoc="([^"]*)"', shown)
    assert srcdoc
    assert unescape(srcdoc[1]) == picture.document()
    assert '<img alt="' in shown
    assert picture._repr_png_()[0].startswith(b"\x89PNG")
    assert _elements(picture.document())


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("stride", [1, 2, 3])
def test_every_number_is_a_step_that_ends_at_the_sum(lang: Lang, stride: int) -> None:
    found = _elements(fcnlab.stamping(X, KERNEL, stride=stride, lang=lang).document())
    radios = [element for element in found if element.tag == "input"]
    assert [radio.get("id") for radio in radios] == ["s0", "s1", "s2", "s3", "s4", "play"]
    assert all(radio.get("aria-label") for radio in radios)
    last = next(element for element in found if element.get("id") == "f4")
    numbers = {"".join(text.itertext()) for text in last.iter("{http://www.w3.org/2000/svg}text")}
    centre = {1: "8", 2: "–4", 3: "–4"}[stride]  # 1·(−4) + 2·3 + 3·2 where stamps overlap
    assert centre in numbers


def test_a_spot_has_a_name_a_place_in_the_tab_order_and_what_it_shows() -> None:
    document = _spots().document()
    found = _elements(document)
    areas = [element for element in found if element.get("tabindex") == "0"]
    assert [area.get("aria-label") for area in areas] == ["first & best", "second"]
    assert "&lt;more&gt;" in document
    assert ".s0:hover~.m0,.s0:focus~.m0,.s1:hover~.m1,.s1:focus~.m1{visibility:visible}" in document


def test_what_is_too_large_is_refused_before_anybody_looks() -> None:
    with pytest.raises(ValueError, match="16 stamps"):
        fcnlab.stamping(np.ones((4, 4)), KERNEL, lang="en")
