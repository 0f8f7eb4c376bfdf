"""Pages: sound HTML, nothing from outside, nothing run, both languages, everything escaped."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_page import Page
from report_samples import (
    BROKEN,
    CELL_ERRORS,
    DIFFERENT,
    HOSTILE,
    LATE,
    MISSING,
    NAME_ERROR,
    OTHER_SHAPE,
    OVERWRITTEN,
    PERFECT,
    TITLE,
    UNTOUCHED,
    check,
    mixed,
    question,
    small_class,
    submission,
)

from fcnkit.grading.results import CellError, Example, NamedMisconception, Outcome, ShownValue, Status
from fcnkit.reports.class_page import class_page
from fcnkit.reports.feedback import feedback_page
from fcnkit.reports.jinja_environment import render
from fcnkit.reports.phrases import phrase
from fcnkit.reports.statistics import summarise
from fcnkit.text import LANGS, Lang, Text


def digest(source: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}"


def pages(lang: Lang) -> list[str]:
    return [
        class_page(small_class(), TITLE, lang),
        class_page([], TITLE, lang),
        *(feedback_page(result.model_copy(update={"lang": lang}), TITLE) for result in small_class()),
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_pages_are_sound_and_carry_all_they_need(lang: Lang) -> None:
    for html in pages(lang):
        page = Page(html)
        assert page.all("html") == [{"lang": lang}]
        assert len(page.all("h1")) == 1
        assert page.title
        assert len(page.all("meta", name="viewport")) == 1
        assert {tag for tag, _ in page.elements}.isdisjoint({"link", "img", "iframe", "object", "base", "form"})
        for tag, attrs in page.elements:
            assert not any(name.startswith("on") for name in attrs), tag
            assert attrs.keys().isdisjoint({"src", "srcset", "xlink:href", "style"}), tag
        assert "url(" not in page.style
        assert "@import" not in page.style


@pytest.mark.parametrize("lang", LANGS)
def test_the_policy_allows_the_one_style_and_script_and_nothing_else(lang: Lang) -> None:
    for html in pages(lang):
        page = Page(html)
        (policy,) = page.all("meta", **{"http-equiv": "Content-Security-Policy"})
        assert len(page.all("style")) == 1
        assert len(page.all("script")) == bool(page.script)
        script = f" script-src '{digest(page.script)}';" if page.script else ""
        assert policy["content"] == (
            f"default-src 'none'; style-src '{digest(page.style)}';{script} img-src data:; base-uri 'none'; "
            "form-action 'none'"
        )
        head = html[: html.index("<style>")]
        assert "Content-Security-Policy" in head


@pytest.mark.parametrize("lang", LANGS)
def test_headings_skip_no_level_and_ids_are_unique(lang: Lang) -> None:
    for html in pages(lang):
        page = Page(html)
        levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
        assert len(set(ids)) == len(ids)
        for _, attrs in page.elements:
            for name in ("aria-labelledby", "aria-describedby"):
                assert attrs.get(name) in (None, *ids)


@pytest.mark.parametrize("lang", LANGS)
def test_links_lead_to_students_pages_or_within_the_page(lang: Lang) -> None:
    students = {result.student for result in small_class()}
    linked = Page(class_page(small_class(), TITLE, lang)).all("a")
    beside = {"items.html", "reteach.html", "grades.csv"}
    addresses = [attrs["href"] or "" for attrs in linked if attrs["href"] not in beside]
    assert len(addresses) == len(linked) - len(beside)
    assert all(re.fullmatch(r"feedback/[A-Za-z0-9%._~-]+\.html", address) for address in addresses)
    assert {unquote(address.removeprefix("feedback/").removesuffix(".html")) for address in addresses} == students
    page = Page(feedback_page(mixed(lang), TITLE))
    assert {(attrs["href"] or "").removeprefix("#") for attrs in page.all("a")} == {"q1", "q2", "q3"}
    assert {attrs["id"] for attrs in page.all("section") if "id" in attrs} == {"q1", "q2", "q3"}


@pytest.mark.parametrize("lang", LANGS)
def test_feedback_says_what_is_known(lang: Lang) -> None:
    text = Page(feedback_page(mixed(lang), TITLE)).text
    for said in (LATE, MISSING, NAME_ERROR, OVERWRITTEN.name, OVERWRITTEN.text, CELL_ERRORS[1].message):
        assert said[lang].replace("`", "") in text
    assert phrase("cell_line", lang, cell=12, line=3) in text
    assert phrase("cell", lang, cell=15) in text
    assert phrase("score_of", lang, score="7.5", max_score="27.5") in text
    assert phrase("intro_some", lang) in text


def test_a_message_that_several_checks_share_is_said_once() -> None:
    result = submission("x", UNTOUCHED[:1])
    assert Page(feedback_page(result, TITLE)).text.count(MISSING.ko.replace("`", "")) == 1


def test_only_cells_that_differ_are_marked_in_colour_sign_and_words() -> None:
    result = submission("x", (question("q2", (check("q2", 0, Outcome.FAILED),), examples=(DIFFERENT,)),), lang="en")
    page = Page(feedback_page(result, TITLE))
    assert page.with_class("differs") == 2 * 12  # 12 cells in each of the two grids
    assert page.text.count("✗ differs") == 12
    assert page.text.count("✓ should be this") == 12
    assert "Cells that differ: 12 of 16." in page.text


def test_grids_of_two_shapes_are_drawn_without_marks() -> None:
    result = submission("x", (question("q3", (check("q3", 0, Outcome.FAILED),), examples=(OTHER_SHAPE,)),), lang="en")
    page = Page(feedback_page(result, TITLE))
    assert page.with_class("differs") == 0
    assert page.with_class("grid") == 2
    assert "8 × 8" in page.text
    assert "2 × 2" in page.text


def test_full_marks_and_an_untouched_notebook_are_greeted_as_such() -> None:
    assert phrase("intro_full", "ko") in feedback_page(submission("x", PERFECT), TITLE)
    assert phrase("intro_none", "ko") in feedback_page(submission("x", UNTOUCHED), TITLE)
    waiting = PERFECT[0].model_copy(update={"outcome": Outcome.UNREVIEWED, "score": None})
    assert phrase("intro_full", "ko") in feedback_page(submission("x", (waiting, *PERFECT[1:])), TITLE)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("status", [Status.INVALID, Status.UNGRADED])
def test_without_a_grade_the_page_says_what_happened_and_shows_no_marks(status: Status, lang: Lang) -> None:
    result = submission("x", PERFECT, status=status, lang=lang, notes=(BROKEN,))
    text = Page(feedback_page(result, TITLE)).text
    assert BROKEN[lang].replace("`", "") in text
    for part in ("title", "text", "help"):
        assert phrase(f"{status}_{part}", lang) in text
    assert "27.5" not in text


@pytest.mark.parametrize("lang", LANGS)
def test_class_page_counts_only_what_was_graded(lang: Lang) -> None:
    page = Page(class_page(small_class(), TITLE, lang))
    assert "13.57" in page.text  # (7.5 + 27.5 + 12.5 + 0 + 27.5 + 12.5 + 7.5) / 7
    assert OVERWRITTEN.name[lang] in page.text
    assert phrase("misconception_share", lang, count=4, share="57%") in page.text
    assert BROKEN[lang].replace("`", "") in page.text
    assert page.text.index(BROKEN[lang].replace("`", "")) < page.text.index(phrase("distribution", lang))


@pytest.mark.parametrize(
    ("shape", "ko", "en"),
    [
        ((2,), "모양 (2,)", "shape (2,)"),
        ((1, 2), "1행 2열", "1 × 2"),
        ((1, 2, 1), "모양 (1, 2, 1)", "shape (1, 2, 1)"),
        (None, "1행 2열", "1 × 2"),
    ],
    ids=str,
)
def test_an_array_with_one_axis_is_told_from_a_row(shape: tuple[int, ...] | None, ko: str, en: str) -> None:
    right = ShownValue(text="", grid=(("4", "3"),), shape=(1, 2))
    example = Example(call="f(2)", expected=right, got=right.model_copy(update={"shape": shape}), problem=None)
    failed = question("q1", (check("q1", 0, Outcome.FAILED),), (), (example,))
    for lang, said in ((LANGS[0], ko), (LANGS[1], en)):
        shown = Page(feedback_page(submission("x", (failed,)).model_copy(update={"lang": lang}), TITLE)).text
        got = shown.partition(phrase("got", lang))[2]
        assert got.split(said)[0].strip() == ""


def test_a_misconception_whose_name_says_all_is_said_once() -> None:
    said = Text(ko="첫 번째 축의 뜻입니다", en="That is the first axis")
    named = NamedMisconception(id="first", name=said, text=said)
    failed = question("q1", (check("q1", 0, Outcome.FAILED),), (named,))
    assert Page(feedback_page(submission("x", (failed,)), TITLE)).text.count(said.ko) == 1


def test_a_class_with_nothing_graded_says_so() -> None:
    results = [submission("x", status=Status.UNGRADED)]
    assert phrase("nothing_graded", "en") in class_page(results, TITLE, "en")


def hostile_result(text: str) -> tuple[Text, list[str]]:
    """The title and pages of a class in which everything that can be text is `text`."""
    said = Text(ko=text, en=text)
    shown = ShownValue(text=text, grid=((text, "1"),))
    named = NamedMisconception(id=text, name=said, text=said)
    example = Example(call=text, expected=shown, got=shown, differs=((True, False),), problem=said)
    checks = (
        check("q1", 0, Outcome.FAILED, said, text).model_copy(update={"title": said, "name": text}),
        check("q1", 1, Outcome.PASSED, said),
    )
    answered = question("q1", checks, (named,), (example,)).model_copy(update={"title": said})
    errors = (CellError(cell=1, line=None, message=said),)
    results = [
        submission(text, (answered,), file=text, cell_errors=errors, notes=(said,)),
        submission(text, file=text, status=Status.INVALID, notes=(said,)),
    ]
    return said, [*(feedback_page(result, said) for result in results), class_page(results, said, "ko")]


def test_script_tags_stay_text() -> None:
    _, written = hostile_result(HOSTILE)
    for html in written:
        page = Page(html)
        assert HOSTILE in page.text
        assert html.count("<script") == len(page.all("script")) == bool(page.script)
        assert "alert" not in page.script


def without_code(page: Page) -> list[str]:
    """All tags but those that text may bring: what stands between backticks is set as code."""
    return [tag for tag, _ in page.elements if tag != "code"]


@settings(deadline=None)
@given(st.text(min_size=1).filter(str.strip))
def test_no_text_adds_an_element(text: str) -> None:
    _, plain = hostile_result("x")
    said, written = hostile_result(text)
    for html, reference in zip(written, plain, strict=True):
        page = Page(html)
        assert without_code(page) == without_code(Page(reference))
        assert said.ko in page.title
        assert said.ko in page.text or "`" in text


def test_rendering_is_deterministic_and_leaves_nothing_undefined() -> None:
    assert pages("ko") == pages("ko")
    with pytest.raises(Exception, match="undefined"):
        render("feedback.html.j2", "ko", result=mixed())


@pytest.mark.parametrize("lang", LANGS)
def test_who_has_not_handed_in_is_listed_without_a_page_and_changes_no_mean(lang: Lang) -> None:
    absent = submission("정유나", status=Status.MISSING, file="", notes=())
    with_them, without = summarise([*small_class(), absent]), summarise(small_class())
    assert (with_them.mean, with_them.median, with_them.bins) == (without.mean, without.median, without.bins)
    assert (len(with_them.missing), with_them.waiting) == (1, without.waiting)
    html = class_page([*small_class(), absent], TITLE, lang)
    assert phrase("missing_count", lang, count=1) in html
    assert not [
        href
        for tag, attributes in Page(html).elements
        if (href := attributes.get("href", "")) and "정유나" in unquote(href)
    ]


def test_the_number_of_a_namesake_stands_once_in_their_row() -> None:
    kim = submission("김민준 (2024)", PERFECT).model_copy(update={"id": "2024"})
    lee = submission("이서연", PERFECT).model_copy(update={"id": "2025"})
    rows = re.findall(r'<th scope="row">(.*?)</th>', class_page([kim, lee], TITLE, "ko"))
    assert [re.sub("<.*?>", "", row).split() for row in rows] == [["김민준", "(2024)"], ["이서연", "2025"]]


@pytest.mark.parametrize("lang", LANGS)
def test_who_waits_for_a_person_has_no_zero_anywhere(lang: Lang) -> None:
    waits = question("q1", (check("q1", 0, Outcome.UNREVIEWED),)).model_copy(
        update={"outcome": Outcome.UNREVIEWED, "score": None}
    )
    waiting = submission("a", (waits,)).model_copy(update={"score": 0.0, "max_score": 0.0})
    page = Page(class_page([waiting], TITLE, lang))
    assert not re.search(r"(?<!\d)0 ?%", page.text)
    assert phrase("passed_unknown", lang) in page.text
    assert page.all("dt") == [{}]  # the number of submissions alone
    (row,) = re.findall(r'<tr data-has="graded unreviewed".*?</tr>', page.html, re.DOTALL)
    assert not re.search(r">\s*(?:<strong>)?0\b", row)
    judged = submission("b", (question("q1", (check("q1", 0, Outcome.FAILED),)),))
    both = Page(class_page([waiting, judged], TITLE, lang))
    assert phrase("provisional", lang, count=1) in both.text


@pytest.mark.parametrize("lang", LANGS)
def test_rows_say_what_the_filters_go_by(lang: Lang) -> None:
    page = Page(class_page(small_class(), TITLE, lang))
    wanted = {attrs["value"] for attrs in page.all("option")} - {""}
    said = {word for attrs in page.all("tr") for word in (attrs.get("data-has") or "").split()}
    assert wanted <= said
    assert {f"m{number}" for number, _ in enumerate(summarise(small_class()).misconceptions)} <= wanted


@pytest.mark.parametrize("lang", LANGS)
def test_every_place_with_names_is_left_out_where_there_are_to_be_none(lang: Lang) -> None:
    absent = submission("정유나", status=Status.MISSING, file="", notes=())
    html = class_page([*small_class(), absent], TITLE, lang)
    parts = re.sub(r'<(section|p) class="[^"]*\bnames\b.*?</\1>', "", html, flags=re.DOTALL)
    assert "main:has(#nameless:checked) .names { display: none; }" in html
    assert not [result.student for result in [*small_class(), absent] if result.student in Page(parts).text]


def test_the_page_of_a_class_of_500_is_small() -> None:
    crowd = [mixed("ko", f"kim-haneul-{number:03}") for number in range(500)]
    assert len(class_page(crowd, TITLE, "ko").encode()) < 2_000_000
