"""The pictures that move, in a real browser: keys step, play plays, GitHub and paper get the still picture."""

from __future__ import annotations

import re
from collections.abc import Iterator

import fcnlab
import pytest
from fcnlab.canvas import Canvas
from fcnlab.moving import Moving
from fcnlab.spots import Spot, spotted
from in_a_page import violations
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(scope="module")
def page_without_scripts(browser: Browser) -> Iterator[Page]:
    """None may be needed."""
    with browser.new_context(java_script_enabled=False) as context:
        yield context.new_page()


def _film() -> Moving:
    return fcnlab.stamping([[1, 2], [3, 0]], [[1, 2], [3, 4]], lang="ko")


def test_keys_and_clicks_step_through_the_film(page_without_scripts: Page) -> None:
    page = page_without_scripts
    page.set_content(_film()._repr_html_())
    film = page.frame_locator("iframe")
    expect(film.locator("#f0")).to_be_visible()
    expect(film.locator("#f1")).to_be_hidden()
    film.locator("#s0").focus()
    page.keyboard.press("ArrowRight")
    expect(film.locator("#f1")).to_be_visible()
    expect(film.locator("#f0")).to_be_hidden()
    film.get_by_text("4", exact=True).first.click()
    expect(film.locator("#f4")).to_be_visible()
    film.get_by_text("재생").click()
    expect(film.locator("#f1")).to_be_visible()
    expect(film.locator("#f0")).to_be_hidden()


def test_the_still_picture_stands_where_frames_are_taken_out_and_on_paper(page_without_scripts: Page) -> None:
    page = page_without_scripts
    html = _film()._repr_html_()
    page.set_content(html)
    expect(page.locator("img")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator("img")).to_be_visible()
    expect(page.locator("iframe")).to_be_hidden()
    page.emulate_media(media="screen")
    page.set_content(re.sub(r"<iframe.*</iframe>", "", html))
    expect(page.locator("img")).to_be_visible()


def test_a_spot_shows_more_under_the_mouse_and_with_the_keyboard(page_without_scripts: Page) -> None:
    page = page_without_scripts
    canvas, more = Canvas(6, 3, "en"), Canvas(6, 3, "en")
    more.text((3, 2.5), "more")
    moving = Moving(
        "cells",
        lambda: canvas,
        lambda: spotted(canvas, [Spot((0, 0), (2, 2), "the first cell", tuple(more.marks))], "Point at a cell."),
        lang="en",
    )
    page.set_content(moving.document())
    expect(page.get_by_text("more")).to_be_hidden()
    page.get_by_label("the first cell").hover()
    expect(page.get_by_text("more")).to_be_visible()
    page.mouse.move(500, 300)
    expect(page.get_by_text("more")).to_be_hidden()
    page.keyboard.press("Tab")
    expect(page.get_by_text("more")).to_be_visible()


def test_nothing_keeps_people_from_using_them(page: Page) -> None:
    page.set_content(_film().document())
    of_whole_pages = ("region", "landmark-one-main", "page-has-heading-one")
    found = violations(page, rules={rule: {"enabled": False} for rule in of_whole_pages})
    assert [violation["id"] for violation in found] == []
