"""Whether a page or a table holds anything of a student's but text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.resources import files

_ELEMENTS = {
    "a", "abbr", "aside", "bdi", "body", "caption", "code", "dd", "details", "div", "dl", "dt", "h1", "h2", "h3",
    "head", "header", "html", "input", "label", "li", "line", "main", "meta", "nav", "ol", "option", "output", "p",
    "pre", "rect", "script", "section", "select", "span", "strong", "style", "summary", "svg", "table", "tbody",
    "td", "text", "th", "thead", "title", "tr", "ul",
}  # fmt: skip
"""All that our templates use."""
_OUR_PAGES = ("index.html", "items.html", "reteach.html", "grades.csv", "reviews.csv")
_OUR_SCRIPT = (files("fcnkit.reports") / "templates" / "class.js").read_text(encoding="utf-8")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.trouble: list[str] = []
        self.has_policy = False
        self.in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _ELEMENTS:
            self.trouble.append(f"<{tag}> in a page")
        self.in_script = tag == "script"
        for name, value in attrs:
            if name.startswith("on") or name in ("src", "style", "srcdoc", "action", "formaction"):
                self.trouble.append(f"{name} in a page")
            if name == "href" and value not in _OUR_PAGES and not (value or "").startswith(("#", "feedback/")):
                self.trouble.append("a link out of a page")
        self.has_policy |= ("http-equiv", "Content-Security-Policy") in attrs

    def handle_data(self, data: str) -> None:
        if self.in_script and data.strip() and data != _OUR_SCRIPT:
            self.trouble.append("a script of somebody else's in a page")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  # as it is called
        self.in_script = False


def trouble_in_page(html: str) -> list[str]:
    page = _Page()
    page.feed(html)
    commands = ["a command for a terminal"] if any(char in html for char in "\x1b\x07\u202e") else []
    return page.trouble + commands + ([] if page.has_policy else ["a page without a policy"])


def trouble_in_table(text: str) -> Iterator[str]:
    for row in csv.reader(io.StringIO(text, newline="")):
        for cell in row:
            if cell.startswith(tuple("=+-@\t\r\n＝＋－＠")):
                yield f"a formula in the table: {cell[:40]!r}"
            if any(char in cell for char in "\x1b\x07\u202e"):
                yield f"a command for a terminal in the table: {cell[:40]!r}"
