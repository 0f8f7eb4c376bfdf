"""CONTRIBUTING and the page for developers describe the Makefile and the tests as they are."""

from __future__ import annotations

import re
import subprocess

import pytest
from documents import ROOT, commands, in_language, inline_code, page, pages, read, section

from fcnkit.text import LANGS, Lang

TARGETS = re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE)
DEVELOP = "docs/how-to/develop.md"
TESTS = {"en": "Tests", "ko": "테스트"}

both_languages = pytest.mark.parametrize("lang", LANGS)


@both_languages
@pytest.mark.parametrize("target", TARGETS)
def test_every_make_target_is_described(target: str, lang: Lang) -> None:
    assert f"| `make {target}` |" in section(page(in_language(DEVELOP, lang)), "`make`")


def test_make_help_lists_every_target() -> None:
    listed = subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert [line.split()[0] for line in listed.splitlines() if line.strip()] == TARGETS


@pytest.mark.parametrize("name", ["README.md", "README.ko.md", "CONTRIBUTING.md", "RELEASING.md", *pages()])
def test_no_make_target_is_named_that_does_not_exist(name: str) -> None:
    text = read(name)
    named = re.findall(r"^make ([a-z-]+)", "\n".join([*commands(text), *inline_code(text)]), re.MULTILINE)
    assert set(named) <= set(TARGETS)


@both_languages
def test_every_folder_of_tests_is_described(lang: Lang) -> None:
    described = set(re.findall(r"`tests/([a-z_]+)`", section(page(in_language(DEVELOP, lang)), TESTS[lang])))
    assert described == {path.parent.name for path in (ROOT / "tests").glob("*/test_*.py")}
