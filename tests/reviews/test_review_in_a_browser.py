"""The review page in a real browser: keys, clicks, Korean and English, and nothing of an answer is ever run."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
from in_a_page import heard, violations
from marked_by_hand import ASSIGNMENT, QUESTION, graded, graded_by_checks
from playwright.sync_api import Error, Page, expect

from fcnkit.gradebook import Gradebook
from fcnkit.grading.results import Review
from fcnkit.reviews.page_texts import TEXTS
from fcnkit.text import LANGS, Lang

FCNKIT = Path(sys.executable).with_name("fcnkit")
EVIL = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>"
SAME = "튜플의 +는 이어 붙이기입니다. 그래서 차원이 하나씩 늘어납니다."
CLASS = {"김하늘": SAME, "이서준": SAME, "박지호": f"{SAME}!", "Ava": EVIL, "최하은": ""}

pytestmark = pytest.mark.xdist_group("browser")


@contextmanager
def reviewing(
    page: Page, out: Path, lang: Lang = "en", provoked: Sequence[str] = (), asked: Sequence[str] = ()
) -> Iterator[None]:
    """The page that `fcnkit review` serves; no error may appear in its console but those about something provoked."""
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    command = [FCNKIT, "--ui-lang", lang, "review", out, "--by", "kim", *asked]
    with subprocess.Popen(
        command, cwd=ASSIGNMENT.paths.root, env=environment, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stdout is not None
            link = next(found[0] for line in server.stdout if (found := re.search(r"http://\S+", line)))
            with heard(page) as (errors, _):
                page.goto(link)
                expect(page.locator("#main")).to_be_visible()
                yield
            assert [error for error in errors if not any(word in error for word in provoked)] == []
        finally:
            page.goto("about:blank")  # it may ask for nothing when the server is gone
            page.context.clear_cookies()
            server.send_signal(signal.SIGINT)
            assert server.wait(120) == 0


def saved(page: Page, lang: Lang = "en") -> None:
    expect(page.locator("#status")).to_have_text(TEXTS["saved"][lang])


def assert_usable(page: Page) -> None:
    """Nothing keeps people from using the page, in its light colours and in its dark ones."""
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        found = [(each["id"], scheme) for each in violations(page) if each["impact"] in ("serious", "critical")]
        assert found == []


def assert_fits_a_phone(page: Page) -> None:
    """However long the titles are among which a question is chosen."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.evaluate("document.querySelector('#question-box').hidden = false")
    page.evaluate("document.querySelector('#question option').textContent = 'transposed-three-by-three '.repeat(5)")
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def reviews(out: Path) -> dict[str, Review | None]:
    with Gradebook(out / "gradebook.sqlite") as gradebook:
        return {result.student: result.answers[0].review for result in gradebook.latest(ASSIGNMENT.name)}


@pytest.mark.parametrize("lang", LANGS)
def test_a_class_is_marked_with_the_keyboard_alone(lang: Lang, page: Page, tmp_path: Path) -> None:
    out = graded(tmp_path / "out", CLASS)
    with reviewing(page, out, lang):
        assert page.locator("html").get_attribute("lang") == lang
        expect(page.locator("#answer")).to_have_text(SAME)
        page.keyboard.press("1")
        page.keyboard.press("4")
        saved(page, lang)
        expect(page.locator("#points")).to_have_value("7")
        page.keyboard.press("c")
        page.keyboard.type("1번 항목을 다시 보세요.")
        page.keyboard.press("Escape")
        saved(page, lang)
        page.keyboard.press("a")
        expect(page.locator("#status")).to_have_text(TEXTS["saved_many"][lang].format(count=2))
        page.keyboard.press("n")
        expect(page.locator("#answer")).to_have_text(f"{SAME}!")
        page.keyboard.press("f")
        saved(page, lang)
        page.keyboard.press("ArrowRight")
        expect(page.locator("#answer")).to_have_text(EVIL)
        page.locator("#reuse button").click()
        expect(page.locator("#status")).to_have_text(TEXTS["points_first"][lang])
        page.keyboard.press("Escape")
        page.locator("#answer-title").focus()
        page.keyboard.press("0")
        saved(page, lang)
        page.keyboard.press("n")
        expect(page.locator("#status")).to_have_text(TEXTS["all_marked"][lang])
        page.keyboard.press("ArrowLeft")
        page.locator("#keys").click()
        page.locator("#near summary").click()
        assert_usable(page)
    comment = "1번 항목을 다시 보세요."
    assert reviews(out) == {
        "김하늘": Review(points=7, comment=comment, by="kim"),
        "이서준": Review(points=7, comment=comment, by="kim"),
        "박지호": Review(points=QUESTION.points, by="kim"),
        "Ava": Review(points=0, comment=comment, by="kim"),
        "최하은": None,
    }


def test_an_answer_is_text_whatever_it_says_and_names_are_hidden(page: Page, tmp_path: Path) -> None:
    out = graded(tmp_path / "out", {"<b>Ava</b>": EVIL})
    with reviewing(page, out, provoked=("TrustedHTML", "example.invalid")):
        expect(page.locator("#answer")).to_have_text(EVIL)
        assert "Ava" not in page.content()
        page.keyboard.press("h")
        expect(page.locator("#who")).to_have_text("<b>Ava</b>")
        assert page.locator("main img:not(#picture), main script, main b").count() == 0
        page.keyboard.press("h")
        expect(page.locator("#who")).to_be_hidden()
        assert "Ava" not in page.content()
        with pytest.raises(Error, match="TrustedHTML"):
            page.evaluate("document.body.innerHTML = '<b>x</b>'")
        assert page.evaluate("fetch('https://example.invalid/').then(() => 1, () => 0)") == 0
        page.reload()
        expect(page.locator("#main")).to_be_visible()
        assert page.title() != "run"


def test_marks_come_back_with_what_was_ticked_and_can_be_taken_back(page: Page, tmp_path: Path) -> None:
    out = graded(tmp_path / "out", {"김하늘": SAME})
    with reviewing(page, out):
        page.locator("#items button").nth(1).click()
        saved(page)
    with reviewing(page, out):
        expect(page.locator("#items button[aria-pressed=true]")).to_have_count(1)
        expect(page.locator("#points")).to_have_value("4")
        page.locator("#points").fill("99")
        page.keyboard.press("Tab")
        expect(page.locator("#status")).to_have_text(TEXTS["bad_points"].en.format(max="15"))
        page.locator("#clear").click()
        saved(page)
        expect(page.locator("#standing")).to_have_text(TEXTS["unmarked"].en)
    assert reviews(out) == {"김하늘": None}


@pytest.mark.parametrize("lang", LANGS)
def test_marks_that_checks_gave_are_corrected_for_all_whom_they_failed_alike(
    lang: Lang, page: Page, tmp_path: Path
) -> None:
    out = graded_by_checks(tmp_path / "out", {"김하늘": True, "이서준": True, "Ava": False})
    most = ASSIGNMENT.config.questions[0].points
    with reviewing(page, out, lang, asked=["--question", "q1"]):
        expect(page.locator("#answer")).to_contain_text("<b>")
        expect(page.locator("#points")).to_have_value("0")
        page.keyboard.press("f")
        expect(page.locator("#status")).to_have_text(TEXTS["reason_first"][lang])
        page.keyboard.type("검사가 너무 엄격했습니다.")
        page.keyboard.press("Escape")
        saved(page, lang)
        points = TEXTS["points"][lang].format(points=f"{most:g}")
        said = TEXTS["corrected"][lang].format(without="0", points=points)
        expect(page.locator("#standing")).to_have_text(said)
        page.keyboard.press("a")
        expect(page.locator("#status")).to_have_text(TEXTS["saved_many"][lang].format(count=2))
        page.keyboard.press("ArrowRight")
        page.keyboard.press("h")
        expect(page.locator("#who")).to_contain_text(".ipynb")
        page.locator("#clear").click()
        saved(page, lang)
        expect(page.locator("#points")).to_have_value("0")
        assert_usable(page)
        assert_fits_a_phone(page)
    corrected = [review for review in reviews(out).values() if review]
    assert corrected == [Review(points=most, comment="검사가 너무 엄격했습니다.", by="kim")]
