"""Which form of a particle stands behind a word."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fcnkit
from fcnkit.korean import particle, with_particle, wrong_particles
from fcnkit.text import Text

SOURCES = Path(fcnkit.__file__).parent


@pytest.mark.parametrize(
    ("word", "form", "expected"),
    [
        ("커널", "을", "커널을"),
        ("크기", "을", "크기를"),
        ("칸", "은", "칸은"),
        (0, "을", "0을"),
        (1, "이", "1이"),
        (2, "을", "2를"),
        (3, "은", "3은"),
        (4, "을", "4를"),
        (5, "을", "5를"),
        (6, "과", "6과"),
        (7, "으로", "7로"),
        (8, "으로", "8로"),
        (9, "이", "9가"),
        (10, "으로", "10으로"),
        (12, "을", "12를"),
        (20, "은", "20은"),
        (300, "이", "300이"),
        (7390, "을", "7390을"),
        ("11,088", "로", "11,088로"),
        (10**12, "은", f"{10**12}는"),
        ("0.5", "를", "0.5를"),
        ("0.50", "를", "0.50을"),
        ("−3", "가", "−3이"),
        ("(200, 200, 3)", "를", "(200, 200, 3)을"),
        ("`(7,)`", "로", "`(7,)`로"),
        ("kernel", "를", "kernel을"),
        ("`stride`", "을", "`stride`를"),
        ("Dense", "은", "Dense는"),
        ("padding", "는", "padding은"),
        ("tuple", "으로", "tuple로"),
        ("input", "를", "input을"),
        ("shape", "을", "shape를"),
        ("Dropout", "를", "Dropout을"),
        ("`--roster FILE`", "를", "`--roster FILE`을"),
        ("DIR", "으로", "DIR로"),
        ("'valid'", "을", "'valid'를"),
        ("FCN", "는", "FCN은"),
        ("MLP", "은", "MLP는"),
        ("YOLO", "을", "YOLO를"),
        ("x", "를", "x를"),
        ("n", "를", "n을"),
        ("Conv2D", "은", "Conv2D는"),
        ("4²", "를", "4²을"),
        ("50%", "을", "50%를"),
        ("kim.ipynb", "을", "kim.ipynb를"),
        ("김민지", "이나", "김민지나"),
        ("", "을", "를"),
        ("🙂", "은", "🙂는"),
    ],
)
def test_a_particle_follows_the_last_sound(word: object, form: str, expected: str) -> None:
    assert with_particle(word, form) == expected


@given(st.text())
def test_whatever_a_student_calls_a_file_takes_a_particle(word: str) -> None:
    assert particle(word, "을") in ("을", "를")
    assert particle(word, "으로") in ("으로", "로")


def test_either_form_asks_for_the_same_particle() -> None:
    assert particle("칸", "를") == particle("칸", "을") == "을"
    with pytest.raises(KeyError):
        particle("칸", "도")


def test_a_field_asks_for_its_particle_in_korean_alone() -> None:
    text = Text(ko="'{name}'{name:~을} 열고 {count:으로} 나눕니다.", en="Open '{name}', divide by {count}.")
    assert text.format(name="반.zip", count=12) == Text(
        ko="'반.zip'을 열고 12로 나눕니다.", en="Open '반.zip', divide by 12."
    )
    assert Text(ko="{n:,}개", en="{n:,}").format(n=11088).ko == "11,088개"


@pytest.mark.parametrize(
    ("count", "english"),
    [(1, "1 point"), ("1", "1 point"), (1.0, "1 point"), (2, "2 points"), ("0.5", "0.5 points"), (0.5, "0.5 points")],
)
def test_a_field_asks_for_its_noun_in_english(count: object, english: str) -> None:
    assert Text(ko="{n}점", en="{n:+point}").format(n=count) == Text(ko=f"{count}점", en=english)
    assert Text(ko="{n:,}개", en="{n:+more note}").format(n=1234) == Text(ko="1,234개", en="1,234 more notes")


def test_particles_that_do_not_fit_are_found_behind_numbers() -> None:
    text = "칸 5을 덮고 (3, 4)은 6를 넘고 `(7,)`로 10으로 나누면 0.25가 되며 3이 아니라 2로 갑니다."
    assert wrong_particles(text) == ["5을", "4)은", "6를"]


def test_no_particle_is_written_behind_what_is_filled_in() -> None:
    """`{name}을` is right for some names only; `{name:을}` and `{name:~을}` are for all.

    Behind a bracket the particle is that of the word before it.
    """
    written = re.compile(r"\{\w+\}[`'\"\]]*(?:을|를|은|는|이|가|과|와|으로|로)(?=[\s.,?!]|$)")
    found = []
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "ko" and isinstance(node.value, ast.Constant):
                found += [(path.name, match[0]) for match in written.finditer(str(node.value.value))]
    assert found == []


def test_a_text_is_filled_before_a_language_is_chosen() -> None:
    """`TEXT[lang].format(…)` is `str.format`, which knows no particles and raises ValueError, in Korean only."""
    found = []
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr == "format" and isinstance(node.value, ast.Subscript):
                chosen = ast.unparse(node.value.slice)
                if re.search("lang|speak", chosen) or chosen in ("'ko'", "'en'"):
                    found.append((path.name, ast.unparse(node)))
    assert found == []
