"""The markup of running text: `code`, **strong** and $maths$ with x_{i} and e^{t}.

Small enough that every format can show all of it without a formula renderer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from fcnkit.text import BadValue, Text

Kind = Literal["plain", "strong", "code", "math", "sub", "sup"]
MATHS: tuple[Kind, ...] = ("math", "sub", "sup")
"""The kinds that formulas are made of."""

_SPAN = re.compile(r"`(?P<code>[^`]+)`|\*\*(?P<strong>[^*]+)\*\*|\$(?P<math>[^$]+)\$")
_SCRIPT = re.compile(r"(?P<sign>[_^])(?:\{(?P<group>[^{}]+)\}|(?P<letter>\S))")
_LEFT_OVER = re.compile(r"`|\*\*|\$")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. Subscripts and superscripts are those of the maths before them."""

    kind: Kind
    text: str


def runs(text: str) -> tuple[Run, ...]:
    """The text taken apart. Raises ValueError where a mark has no partner."""
    found: list[Run] = []
    end = 0
    for match in _SPAN.finditer(text):
        found.append(Run("plain", text[end : match.start()]))
        kind = str(match.lastgroup)
        found += _math(match[kind]) if kind == "math" else [Run("code" if kind == "code" else "strong", match[kind])]
        end = match.end()
    found.append(Run("plain", text[end:]))
    for run in found:
        if run.kind == "plain" and _LEFT_OVER.search(run.text):
            raise BadValue(
                Text(
                    ko="{text!r}에 짝이 없는 `, **, $ 기호가 있습니다. 짝을 맞추어 쓰거나 빼세요.",
                    en="`, ** or $ without its partner in {text!r}; write them in pairs, or leave them out",
                ),
                text=text,
            )
    return tuple(run for run in found if run.text)


def words(text: str) -> list[list[Run]]:
    """The runs of each word: what stands between spaces and must not be broken (Korean: 어절)."""
    found: list[list[Run]] = [[]]
    for run in runs(text):
        first, *others = run.text.split(" ")
        found[-1].append(Run(run.kind, first))
        found += [[Run(run.kind, piece)] for piece in others]
    cleaned = [[run for run in word if run.text] for word in found]
    return [word for word in cleaned if word]


def plain(text: str) -> str:
    """The text without its marks, for terminals, file properties and alternative texts."""
    return "".join(f"^{run.text}" if run.kind == "sup" else run.text for run in runs(text))


def _math(source: str) -> list[Run]:
    found: list[Run] = []
    end = 0
    for match in _SCRIPT.finditer(source):
        found.append(Run("math", source[end : match.start()]))
        found.append(Run("sub" if match["sign"] == "_" else "sup", match["group"] or match["letter"]))
        end = match.end()
    return [*found, Run("math", source[end:])]
