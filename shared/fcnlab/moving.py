"""Pictures that answer to the reader: a small page of SVG and CSS, which needs no script, no network and no widget.

Jupyter shows the page, in a frame of its own. Where frames are taken out (GitHub, a notebook that is not trusted) or do
not move (paper), the still picture stands in its place.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from fcnlab.picture import CSS_DPI, Picture
from fcnlab.wording import Lang

if TYPE_CHECKING:
    from fcnlab.canvas import Canvas

SWITCH = (
    ".fcnlab-moving:has(>iframe)>img{display:none}"
    "@media print{.fcnlab-moving>img{display:inline!important}.fcnlab-moving>iframe{display:none}}"
)
"""The still picture goes where the page can be shown, and comes back on paper."""
BASE = (
    "body{margin:0;background:#fff;color:#1a1a1a;word-break:keep-all;"
    "font:15px/1.45 NanumGothic,'Noto Sans KR',sans-serif}"
    "svg{display:block;max-width:100%;height:auto}"
)


@dataclass(frozen=True)
class Page:
    """What stands in the frame: HTML for its body, CSS, and how many page pixels it takes."""

    body: str
    style: str
    size: tuple[int, int]


class Moving(Picture):
    """A picture with a page: `draw` draws the still picture, `page` makes what Jupyter shows instead.

    Nothing is drawn before somebody looks.
    """

    def __init__(self, title: str, draw: Callable[[], Canvas], page: Callable[[], Page], *, lang: Lang) -> None:
        super().__init__(title, draw)
        self._page, self._lang = page, lang

    def document(self) -> str:
        """The page alone, complete, as a browser opens it."""
        page = self._page()
        return (
            f'<!doctype html><html lang="{self._lang}"><head><meta charset="utf-8"><title>{escape(self.title)}</title>'
            f"<style>{BASE}{page.style}</style></head><body>{page.body}</body></html>"
        )

    def _repr_html_(self) -> str:
        png, still = self._repr_png_()
        width, height = self._page().size
        title, data = escape(self.title), base64.b64encode(png).decode()
        return (
            f'<div class="fcnlab-moving"><style>{SWITCH}</style>'
            f'<img alt="{title}" width="{still["width"]}" src="data:image/png;base64,{data}">'
            f'<iframe title="{title}" sandbox="allow-same-origin" width="{width}" height="{height}" '
            f'style="border:0;max-width:100%" srcdoc="{escape(self.document())}"></iframe></div>'
        )


def page_pixels(canvas: Canvas) -> tuple[int, int]:
    """Width and height of a drawing on a page."""
    width, height = canvas.inches
    return round(width * CSS_DPI), round(height * CSS_DPI)
