"""Exam practice, and all that practice items are written with: `from fcnkit.practice import Item, Question, say`.

An item is a module `autograder/practice/TOPIC/ITEM.py` of a course, with an `ITEM`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fcnkit.practice import figures
    from fcnkit.practice.answer_spelling import expansions
    from fcnkit.practice.answers import Blank, Distractor, Explanation, FillIn, distractor, misconception
    from fcnkit.practice.criteria import criterion
    from fcnkit.practice.distractors import from_misconceptions
    from fcnkit.practice.document_blocks import Code, Paragraph, Table, explain, grid_table, say
    from fcnkit.practice.item import (
        Item,
        MatchPairs,
        MultipleChoice,
        Question,
        blank,
        fill,
        fill_grid,
        nothing_to_compute,
    )
    from fcnkit.practice.terms import Terms, name_of
    from fcnkit.practice.values import (
        Grid,
        Value,
        as_value,
        format_list,
        format_value,
        grid,
        number,
        untranslated,
    )
    from fcnkit.text import Text

# Imported when they are asked for: the command line needs the names of the formats alone, and at once.
_MODULE = {
    "distractors": ("from_misconceptions",),
    "criteria": ("criterion",),
    "answers": ("Blank", "Distractor", "Explanation", "FillIn", "distractor", "misconception"),
    "document_blocks": ("Code", "Paragraph", "Table", "explain", "grid_table", "say"),
    "item": ("Item", "MatchPairs", "MultipleChoice", "Question", "blank", "fill", "fill_grid", "nothing_to_compute"),
    "answer_spelling": ("expansions",),
    "terms": ("Terms", "name_of"),
    "values": ("Grid", "Value", "as_value", "format_list", "format_value", "grid", "number", "untranslated"),
}
_HOME = {name: f"fcnkit.practice.{module}" for module, names in _MODULE.items() for name in names} | {
    "Text": "fcnkit.text"
}

__all__ = [
    "Blank",
    "Code",
    "Distractor",
    "Explanation",
    "FillIn",
    "Grid",
    "Item",
    "MatchPairs",
    "MultipleChoice",
    "Paragraph",
    "Question",
    "Table",
    "Terms",
    "Text",
    "Value",
    "as_value",
    "blank",
    "criterion",
    "distractor",
    "expansions",
    "explain",
    "figures",
    "fill",
    "fill_grid",
    "format_list",
    "format_value",
    "from_misconceptions",
    "grid",
    "grid_table",
    "misconception",
    "name_of",
    "nothing_to_compute",
    "number",
    "say",
    "untranslated",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    if name == "figures":
        return import_module("fcnkit.practice.figures")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
