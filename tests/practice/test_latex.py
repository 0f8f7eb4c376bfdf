"""Formulas as LaTeX."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

import pytest

from fcnkit.practice import markup
from fcnkit.practice.writers import latex


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("(4 + 1 + 20) × 3 = 75", r"(4 + 1 + 20) \times 3 = 75"),
        ("12,000 − 5", "12{,}000 - 5"),
        ("c_{x} = σ(t_x) × e^{−0.5}", r"c_{x} = \sigma (t_{x}) \times e^{-0.5}"),
        ("size × stride + s", r"\text{size} \times \text{stride} + s"),
        ("출력 크기 = 칸 × 2", r"\text{출력 크기} = \text{칸} \times 2"),
        ("4² + 50 % 3", r"4^2 + 50 \% 3"),
        ("⌈7 ÷ 2⌉ = 4", r"\lceil 7 \div 2\rceil = 4"),
    ],
)
def test_a_formula_is_written_as_latex(written: str, expected: str) -> None:
    assert latex.latex(markup.runs(f"${written}$")) == expected


def test_it_stands_between_the_marks_of_mathjax_with_nothing_of_html_in_it() -> None:
    assert latex.delimited(markup.runs("$a < b$")) == r"\(a &lt; b\)"


def test_canvas_finds_the_same_source_in_the_address_and_beside_it() -> None:
    image = latex.equation_image(markup.runs("$a < 10,000 × b_{i}$"))
    source = r"a < 10{,}000 \times b_{i}"
    address, content = re.findall(r'(?:src|data-equation-content)="([^"]*)"', image)
    assert unquote(unquote(address)) == f"/equation_images/{source}"
    assert html.unescape(content) == source
