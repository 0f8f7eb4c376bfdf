"""The site's pages come in pairs, and open without anything from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from documents import DOCS, ROOT, commands, fences, headings, in_language, page, pages, read

HANGUL = re.compile("[가-힣]")
NEITHER = re.compile(r"`[^`]*`|[A-Z]\w*|fcnkit|fcnlab|\W|\d")
"""What headings may consist of in any language: code and names."""
LOADED = re.compile(r"(?:src=|!\[[^\]]*\]\(|url\(|@import )[\"']?(?:https?:)?//")

every_page = pytest.mark.parametrize("name", pages())


def test_there_are_four_parts() -> None:
    assert {Path(name).parts[1] for name in pages()} >= {"tutorial", "how-to", "reference", "explanation"}


def test_no_page_stands_alone() -> None:
    korean = {path.relative_to(ROOT).as_posix() for path in DOCS.rglob("*.ko.md")}
    assert korean == {in_language(name, "ko") for name in pages()}


def test_every_page_is_in_the_navigation() -> None:
    assert set(re.findall(r"[\w/-]+\.md", read("mkdocs.yml").partition("\nnav:")[2])) == {
        name.removeprefix("docs/") for name in pages()
    }


def test_every_title_of_the_navigation_has_a_korean_one() -> None:
    settings, _, navigation = read("mkdocs.yml").partition("\nnav:")
    titles = set(re.findall(r"^ *- ([^:\n]+):", navigation, re.MULTILINE))
    translated = settings.partition("nav_translations:")[2].partition("\n  - mkdocstrings")[0]
    assert titles == set(re.findall(r"^ +([^:\n]+): ", translated, re.MULTILINE))


@every_page
def test_both_languages_have_the_same_parts_and_blocks(name: str) -> None:
    english, korean = page(name), page(in_language(name, "ko"))
    assert [heading.level for heading in headings(english)] == [heading.level for heading in headings(korean)]
    if name.startswith("docs/tutorial/"):  # both are walked, each with names of its own
        assert [command.split()[0] for command in commands(english)] == [each.split()[0] for each in commands(korean)]
    else:
        assert commands(english) == commands(korean)
    assert [fence.language for fence in fences(english)] == [fence.language for fence in fences(korean)]


@every_page
def test_headings_are_in_the_language_of_the_page(name: str) -> None:
    assert not [each.text for each in headings(page(name)) if HANGUL.search(each.text)]
    korean = headings(page(in_language(name, "ko")))
    assert not [each.text for each in korean if not HANGUL.search(each.text) and NEITHER.sub("", each.text)]


@pytest.mark.parametrize("suffix", ["md", "css", "js", "svg", "py"])
def test_nothing_is_loaded_from_other_hosts(suffix: str) -> None:
    found = [path.name for path in DOCS.rglob(f"*.{suffix}") if LOADED.search(path.read_text(encoding="utf-8"))]
    assert not found


def test_the_theme_loads_no_fonts_and_the_search_no_script_from_other_hosts() -> None:
    settings = read("mkdocs.yml")
    assert "\n  font: false" in settings
    assert "\n  polyfills: [assets/iframe-worker.js]" in settings
    assert "\nuse_directory_urls: false" in settings
