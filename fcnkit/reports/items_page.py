"""Renders the page with the item analysis for instructors."""

from __future__ import annotations

from fcnkit.reports.item_advice import advice
from fcnkit.reports.item_analysis import FEWEST, ItemAnalysis
from fcnkit.text import Lang, Text


def items_page(analysis: ItemAnalysis, assignment_title: Text, lang: Lang) -> str:
    """A self-contained HTML page about every question and hidden check."""
    from fcnkit.reports.jinja_environment import render  # noqa: PLC0415  # Jinja only when a page is written

    told = {item.id: advice(item) if analysis.is_enough else () for item in analysis.items}
    return render("items.html.j2", lang, analysis=analysis, advice=told, fewest=FEWEST, title=assignment_title)
