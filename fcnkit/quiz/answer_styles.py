"""Answer sheets in Python: blank, right, and right in the ways in which different students would write it."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable

from fcnkit.quiz.questions import Quiz
from fcnkit.quiz.quiz_key import right_answers
from fcnkit.terminology import Term, Terminology


def _korean(term: Term, in_full: bool) -> str:
    spelt = [name for name in term.spellings if name != term.label and not name.isascii()]
    return next((name for name in spelt if " " in name or not in_full), term.name.en)


def _careless(term: Term, in_full: bool) -> str:
    """Small letters without spaces. No slips of typing: those are not forgiven where another term is near."""
    return "".join((term.name.en if in_full else term.label).lower().split())


STYLES: dict[str, Callable[[Term, bool], str] | None] = {
    "blank": None,
    "right": lambda term, in_full: term.name.en if in_full else term.label,
    "korean": _korean,
    "polite": lambda term, in_full: f"{_korean(term, in_full)}입니다.",
    "capitals": lambda term, in_full: (term.name.en if in_full else term.label).upper().replace(" ", "-"),
    "careless": _careless,
    "both": lambda term, in_full: f"{_korean(term, in_full)} ({term.name.en})",
    "decomposed": lambda term, in_full: unicodedata.normalize("NFD", _korean(term, in_full).replace(" ", "")),
}
"""How a term is written, given whether its name in full is asked for; options are letters in every style."""


def written(quiz: Quiz, terminology: Terminology, style: str) -> str:
    """The quiz's answers as a dict in Python's notation, one key a line, a blank line between parts."""
    write = STYLES[style]
    right = right_answers(quiz, terminology)
    asked = {writing.key: writing for writing in quiz.writings}
    lines, part = ["{"], ""
    for key, answer in right.items():
        if part and key.partition(".")[0] != part:
            lines.append("")
        part = key.partition(".")[0]
        if write is None:
            value = "..."
        elif key in asked:
            term = terminology[asked[key].term]
            value = _quoted(write(term, asked[key].shows == "abbreviation"))
        else:
            value = _quoted(answer.upper() if style == "capitals" else answer)
        lines.append(f'    "{key}": {value},')
    return "\n".join([*lines, "}"])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
