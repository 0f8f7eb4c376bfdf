"""Pages read back with Beautiful Soup."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from this_course import default_set

from fcnkit.practice import markup
from fcnkit.practice.answers import Choice, Matching
from fcnkit.practice.document import PracticeSet
from fcnkit.practice.item_texts import LETTERS, paired
from fcnkit.practice.writers import html
from fcnkit.text import LANGS, Lang

both_languages = pytest.mark.parametrize("lang", LANGS)


def _page(practice_set: PracticeSet, lang: Lang) -> BeautifulSoup:
    return BeautifulSoup(html.write(practice_set, lang)[".html"], "html.parser")


@both_languages
def test_each_question_unfolds_to_its_answer(practice_set: PracticeSet, lang: Lang) -> None:
    page = _page(practice_set, lang)
    for entry in practice_set.entries:
        article = page.find(id=f"q{entry.number}")
        assert article is not None
        details = article.details.extract()
        answer = entry.problem.answer
        if isinstance(answer, Choice):
            assert details.find(class_="key").get_text() == LETTERS[answer.correct]
            shown = [option.get_text(strip=True) for option in article.select(".options > li")]
            assert len(shown) == len(set(shown)) == len(answer.options)
        elif isinstance(answer, Matching):
            assert details.find(class_="key").get_text() == paired(enumerate(answer.correct))
            for kind, texts in ((".prompts", answer.prompts), (".options", answer.options)):
                shown = [each.get_text().strip() for each in article.select(f".matching > {kind} > li")]
                assert shown == [markup.plain(text[lang]) for text in texts]
        else:
            gaps = article.select(".empty td" if answer.columns else ".gap")
            assert [gap.get_text() for gap in gaps] == [""] * len(answer.blanks)
            for blank in answer.blanks:
                assert markup.plain(blank.formatted[lang]) in details.get_text()


@both_languages
def test_a_page_loads_and_runs_nothing(practice_set: PracticeSet, lang: Lang) -> None:
    page = _page(practice_set, lang)
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not page.find_all(["script", "link", "iframe", "object"])
    assert not page.find_all(style=True)
    assert all(image["src"].startswith("data:image/png;base64,") and image["alt"] for image in page.find_all("img"))


def test_a_student_is_named_and_escaped() -> None:
    page = html.write(default_set("x/0", student="<b>Kim & Co</b>"), "en")[".html"].decode()
    assert "<b>Kim" not in page
    assert "&lt;b&gt;Kim &amp; Co&lt;/b&gt;" in page


def test_pages_follow_the_readers_dark_mode_and_never_scroll_sideways(practice_set: PracticeSet) -> None:
    style = _page(practice_set, "en").style.get_text()
    assert "color-scheme: light dark" in style
    assert re.findall(r"(\S+) \{ overflow-x", style) == [".wide"]  # a picture in its place, never the page
    assert "nowrap" not in style
    assert all(place.get("tabindex") == "0" for place in _page(practice_set, "en").select(".wide"))  # by keyboard, too
    variables = set(re.findall(r"var\((--[a-z]+)\)", style))
    dark = style.partition("prefers-color-scheme: dark")[2].partition("img")[0]
    assert variables <= set(re.findall(r"(--[a-z]+):", dark))
    colours = re.findall(r"#[0-9a-f]{3,6}", style.partition("details {")[2])
    assert not colours, "a colour without a dark twin"
