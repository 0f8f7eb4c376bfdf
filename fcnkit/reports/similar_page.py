"""Renders the page of pairs that are alike."""

from __future__ import annotations

from fcnkit.reports.similar_pairs import Similar
from fcnkit.text import Lang, Text


def similar_page(similar: Similar, title: Text, lang: Lang) -> str:
    """A self-contained HTML page, for the instructor alone."""
    from fcnkit.reports.jinja_environment import render  # noqa: PLC0415  # Jinja only when a page is written

    return render("similar.html.j2", lang, sheet="similar.css", similar=similar, title=title)
