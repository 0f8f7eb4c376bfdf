"""Pages as files in a real browser: usable by everybody, without an error, and without a request to anywhere."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
from in_a_page import heard, violations
from markupsafe import Markup
from playwright.sync_api import Page, ViewportSize, expect
from pypdf import PdfReader
from report_samples import MIXED, OVERWRITTEN, PERFECT, STRETCHED, TITLE, mixed, small_class, submission

from fcnkit.grading.own_code import CallOutcome, Change, OwnCode, OwnQuestion
from fcnkit.practice.writers.html_fragments import table
from fcnkit.reports.class_page import class_page
from fcnkit.reports.feedback import feedback_page
from fcnkit.reports.instructor_pages import interview_page, items_page, reteach_page, similar_page, term_page
from fcnkit.reports.item_analysis import analyse
from fcnkit.reports.lessons import LessonPlan
from fcnkit.reports.similar_pairs import Line, Pair, SameMistake, Side, Similar
from fcnkit.reports.term_overview import Sitting, row_of, term_of
from fcnkit.text import LANGS, Lang, Text

PHONE: ViewportSize = {"width": 390, "height": 844}
SCHEMES: dict[Lang, Literal["light", "dark"]] = {"ko": "light", "en": "dark"}

pytestmark = pytest.mark.xdist_group("browser")


@contextmanager
def opened(page: Page, html: str, folder: Path, lang: Lang) -> Iterator[None]:
    """The page as a file; nothing may complain in its console, and it may ask nobody for anything."""
    path = folder / "page.html"
    path.write_text(html, encoding="utf-8", errors="backslashreplace")
    page.emulate_media(color_scheme=SCHEMES[lang])
    with heard(page) as (errors, asked):
        page.goto(path.as_uri())
        yield
    assert errors == []
    assert [url for url in asked if not url.startswith("data:")] == [path.as_uri()]


def _term(lang: Lang) -> str:
    sittings = (Sitting("01-a", TITLE, 1, "out/01"), Sitting("02-b", TITLE, 3, "out/02"))
    works = {"01-a": submission("a", MIXED), "02-b": submission("a", STRETCHED)}
    rows = [row_of("a", "7", ("A",), works, sittings), row_of("<b>", "", ("B",), {}, sittings)]
    return term_page(term_of(sittings, rows), TITLE, lang)


def _reteach(lang: Lang) -> str:
    plan = LessonPlan()
    list(plan.watch([mixed(student=f"s{at}") for at in range(12)]))
    item = table([[Markup("")] * 9], "grid empty")
    return reteach_page(plan, {OVERWRITTEN.id: [item]}, TITLE, lang)


def _similar(lang: Lang) -> str:
    sides = tuple(Side(who, f"{who}.ipynb", (Line("x = 1", True), Line("y = 2", False))) for who in ("a", "b"))
    pair = Pair((sides[0], sides[1]), 0.97, (SameMistake(TITLE, (OVERWRITTEN.name,), 2, 5.0),))
    return similar_page(Similar((pair,), 3, 40, 0, 38, (TITLE,)), TITLE, lang)


def _interview(lang: Lang) -> str:
    code = OwnCode(function="f", cell=3, first_line=1, lines=("def f(n):", "    return n + 1"))
    value = CallOutcome(kind="value", text="4")
    change = Change(line=2, was="n + 1", now="n - 1")
    questions = [
        OwnQuestion(kind="value", code=code, call="f(3)", before=value),
        OwnQuestion(kind="change", code=code, call="f(3)", before=value, after=value, changes=(change,)),
        OwnQuestion(kind="which", code=code, call="f(3)", before=value, after=value, changes=(change, change)),
    ]
    return interview_page("a", questions, TITLE, lang)


PAGES: dict[str, Callable[[Lang], str]] = {
    "class": lambda lang: class_page(small_class(), TITLE, lang),
    "empty class": lambda lang: class_page([], TITLE, lang),
    "feedback": lambda lang: feedback_page(mixed(lang), TITLE),
    "items": lambda lang: items_page(
        analyse([submission(str(at), (PERFECT, MIXED)[at % 2]) for at in range(24)]), TITLE, lang
    ),
    "reteach": _reteach,
    "term": _term,
    "similar": _similar,
    "interview": _interview,
}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_keeps_people_from_using_a_page(name: str, lang: Lang, page: Page, tmp_path: Path) -> None:
    with opened(page, PAGES[name](lang), tmp_path, lang):
        for fold in page.locator("details:not([open]) > summary").all():
            if fold.is_visible():
                fold.click()
        assert [each["id"] for each in violations(page) if each["impact"] in ("serious", "critical")] == []
        page.set_viewport_size(PHONE)
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_remarks_are_printed_whole(page: Page, tmp_path: Path) -> None:
    seven = tuple(PERFECT[0].model_copy(update={"id": f"q{number}"}) for number in range(1, 8))
    said = Text(
        ko="코드가 나누어 준 그대로입니다.", en="The code of '01-transposed-convolution.ipynb' is as it was. " * 3
    )
    html = class_page([submission("Emily Carter", seven, notes=(said,)), submission("Ava", seven)], TITLE, "en")
    with opened(page, html, tmp_path, "en"):
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 703, "height": 1000})  # A4 between margins of 12 mm
        width = page.evaluate("document.querySelector('#table').getBoundingClientRect().right")
        overflow = page.evaluate("getComputedStyle(document.querySelector('.tall')).overflowX")
        inside = page.evaluate("getComputedStyle(document.querySelector('section.card')).breakInside")
        page.emulate_media(media="screen")
        assert inside == "auto"  # waiting for a page that holds it whole, it left much of the one before empty
        assert width <= 703
        assert overflow == "visible"


def test_each_printed_page_of_a_class_has_the_tables_headings(page: Page, tmp_path: Path) -> None:
    results = [submission(f"person-{number}", PERFECT) for number in range(36)]
    with opened(page, class_page(results, TITLE, "en"), tmp_path, "en"):
        page.emulate_media(media="null")  # as it is printed, whatever another test has left
        sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    texts = [text for sheet in sheets if "person-" in (text := sheet.extract_text())]
    assert len(texts) > 1
    assert all("Student" in text and "Total" in text and "Remarks" in text for text in texts)


def test_the_class_page_sorts_filters_and_searches_by_itself(page: Page, tmp_path: Path) -> None:
    with opened(page, class_page(small_class(), TITLE, "en"), tmp_path, "en"):
        rows = page.locator("#table tbody tr")
        count = rows.count()
        page.locator("#table th.number button").first.click()
        expect(page.locator("#table th.number").first).to_have_attribute("aria-sort", "descending")
        expect(rows).to_have_count(count)
        page.locator("#search").fill("yoon")
        expect(rows).to_have_count(1)
        page.locator("#search").fill("")
        page.locator("#by-status").select_option("invalid")
        expect(rows).to_have_count(1)
        page.locator("#nameless").check()
        expect(page.locator("#table")).to_be_hidden()
