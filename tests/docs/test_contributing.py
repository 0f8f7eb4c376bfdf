"""CONTRIBUTING and the page for developers describe the Makefile and the tests as they are."""

from __future__ import annotations

import re
import subprocess

import pytest
from documents import ROOT, commands, in_language, inline_code, page, pages, read, section

from fcnkit.text import LANGS, Lang

TARGETS = re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE)
DEVELOP = "docs/how-to/develop.md"
ARCHITECTURE = "docs/explanation/architecture.md"
PACKAGES = {"en": "Packages", "ko": "패키지"}
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
def test_every_package_is_described(lang: Lang) -> None:
    described = set(re.findall(r"`fcnkit\.(\w+)`", section(page(in_language(ARCHITECTURE, lang)), PACKAGES[lang])))
    assert {path.parent.name for path in (ROOT / "fcnkit").glob("*/__init__.py")} <= described


@both_languages
def test_every_folder_of_tests_is_described(lang: Lang) -> None:
    described = set(re.findall(r"`tests/([a-z_]+)`", section(page(in_language(DEVELOP, lang)), TESTS[lang])))
    assert described == {path.parent.name for path in (ROOT / "tests").glob("*/test_*.py")}


def test_whatever_is_tried_in_part_is_tried_whole_by_make_prove() -> None:
    recipe = re.search(r"^prove:.*\n((?:\t.*\n)+)", read("Makefile"), re.MULTILINE)
    assert recipe is not None
    whole = [ROOT / name for name in re.findall(r"tests/\S+", recipe[1])]
    in_part = [
        path for path in (ROOT / "tests").rglob("test_*.py") if re.search(r"^from proof import", path.read_text(), re.M)
    ]
    assert len(in_part) > 10
    assert [path.name for path in in_part if not any(path.is_relative_to(name) for name in whole)] == []
