"""Drawings that are stepped through, or played: one radio button for each, so the arrow keys turn the pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from fcnlab.moving import Page, page_pixels
from fcnlab.sketch import sketch
from fcnlab.wording import Lang, say

if TYPE_CHECKING:
    from fcnlab.canvas import Canvas

SECONDS = 1.8
"""How long each step is seen while the film plays."""
ROOM = 128
"""Page pixels above and below the drawing: the buttons, and two lines of words."""
STYLE = (
    "fieldset{border:0;margin:0;padding:4px}legend{font-weight:bold;padding:0}"
    "input{position:absolute;opacity:0}"
    "label{display:inline-block;min-width:1.2em;margin:2px 2px 6px 0;padding:2px 8px;text-align:center;"
    "border:1px solid #8c8c8c;border-radius:4px;cursor:pointer;background:#fff}"
    "input:checked+label{background:#1a1a1a;color:#fff}"
    "input:focus-visible+label{outline:3px solid #2f6fab;outline-offset:1px}"
    ".steps{display:grid}.step{grid-area:1/1;visibility:hidden}.step p{margin:6px 0;min-height:2.9em}"
    "@keyframes seen{0%{visibility:visible}{share}%{visibility:hidden}}"
    "@media (prefers-reduced-motion:reduce){#play,#play+label{display:none}}"
)


@dataclass(frozen=True)
class Step:
    """One drawing, and the sentence that says what happens in it. All drawings of a film have the same size."""

    canvas: Canvas
    says: str


def film(title: str, steps: Sequence[Step], *, lang: Lang) -> Page:
    """The page of a film: a button for each step, one that plays them all, and the step's words."""
    width, height = page_pixels(steps[0].canvas)
    buttons = "".join(_button(f"s{n}", str(n), step.says, checked=n == 0) for n, step in enumerate(steps))
    play = say(lang, ko="▶ 재생", en="▶ play")
    body = (
        f"<fieldset><legend>{escape(title)}</legend>{buttons}{_button('play', play, play)}"
        f'<div class="steps">{"".join(_step(n, step) for n, step in enumerate(steps))}</div></fieldset>'
    )
    return Page(body, _style(len(steps)), (width + 12, height + ROOM))


def _button(name: str, shown: str, says: str, *, checked: bool = False) -> str:
    radio = f'<input type="radio" name="step" id="{name}" aria-label="{escape(says)}"{" checked" if checked else ""}>'
    return f'{radio}<label for="{name}">{escape(shown)}</label>'


def _step(number: int, step: Step) -> str:
    drawing = sketch(step.canvas).replace("<svg ", '<svg aria-hidden="true" ', 1)
    return f'<div class="step" id="f{number}">{drawing}<p>{escape(step.says)}</p></div>'


def _style(steps: int) -> str:
    shown = ",".join(f"#s{n}:checked~.steps #f{n}" for n in range(steps))
    delays = "".join(f"#f{n}{{animation-delay:{n * SECONDS:.1f}s}}" for n in range(steps))
    playing = f"animation:seen {steps * SECONDS:.1f}s step-end infinite"
    return (
        STYLE.replace("{share}", f"{100 / steps:.3f}")
        + f"{shown}{{visibility:visible}}#play:checked~.steps .step{{{playing}}}{delays}"
    )
