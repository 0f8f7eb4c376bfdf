"""Formulas as LaTeX, for platforms that set them with MathJax."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

from markupsafe import Markup

from fcnkit.practice import markup

_SIGNS = {
    "×": r"\times ",
    "÷": r"\div ",
    "·": r"\cdot ",
    "−": "-",
    "→": r"\to ",
    "≤": r"\le ",
    "≥": r"\ge ",
    "≠": r"\ne ",
    "≈": r"\approx ",
    "⌈": r"\lceil ",
    "⌉": r"\rceil ",
    "⌊": r"\lfloor ",
    "⌋": r"\rfloor ",
    "σ": r"\sigma ",
    "…": r"\ldots ",
    "²": "^2",
    "³": "^3",
    "\\": r"\backslash ",
}
_PIECE = re.compile(
    r"(?P<word>[^\W\d_]{2,}(?: [^\W\d_]{2,})*|[가-힣])|(?P<comma>(?<=\d),(?=\d))|(?P<special>[#$%&_{}])|(?P<other>.)"
)


def latex(maths: Sequence[markup.Run]) -> str:
    """A formula's source: words upright, the commas in large numbers without a gap behind them."""
    scripts = {"math": "{}", "sub": "_{{{}}}", "sup": "^{{{}}}"}
    source = "".join(scripts[run.kind].format(_PIECE.sub(_piece, run.text)) for run in maths)
    return " ".join(source.split())


def delimited(maths: Sequence[markup.Run]) -> Markup:
    r"""Between `\(` and `\)`, as Moodle and Anki have it."""
    return Markup(r"\({}\)").format(latex(maths))


def equation_image(maths: Sequence[markup.Run]) -> Markup:
    """As Canvas' own editor writes it; it shows on every Canvas, whatever it is set to."""
    source = latex(maths)
    twice = quote(quote(source, safe=""))
    return Markup(
        '<img class="equation_image" src="/equation_images/{}" alt="LaTeX: {}" title="{}" data-equation-content="{}">'
    ).format(twice, source, source, source)


def _piece(match: re.Match[str]) -> str:
    kind, text = match.lastgroup, match[0]
    if kind == "word":
        return rf"\text{{{text}}}"
    if kind == "comma":
        return "{,}"
    return rf"\{text}" if kind == "special" else _SIGNS.get(text, text)
