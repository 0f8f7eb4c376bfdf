"""Columns of a roster that say something of one student's deadline: for all assignments, or for the one they name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from fcnkit.deadlines.late_work import Terms

Kind = Literal["due", "extension", "waive", "submitted"]
_HEADINGS: Mapping[Kind, str] = {
    "due": "due duedate deadline 마감 마감일 마감시각 개별마감 abgabetermin",
    "extension": "extension extended 연장 연장일 마감연장 verlängerung",
    "waive": "waive waived waiver 면제 감점면제",
    "submitted": """
        submitted submittedat submissiontime submissiondate lastmodifiedsubmission 제출시각 제출일시 제출시간 제출일
        마지막수정제출 마지막수정제출물 최종수정제출 최종수정제출물 zuletztgeändertabgabe""",
}
_KINDS: dict[str, Kind] = {word: kind for kind, words in _HEADINGS.items() for word in words.split()}
BEHIND = re.compile(r"(?P<heading>.+?)[\s:_]+(?P<of>\d{1,2}(?:-[\w-]+)?)")
"""`extension 01` or `extension 1`: of one assignment, by number or name."""
_BEFORE = re.compile(r"(?P<of>.+) - (?P<heading>submission time)", re.I)
"""Gradescope's own, behind the assignment's title."""


@dataclass(frozen=True)
class Term:
    """One cell."""

    kind: Kind
    of: str
    """The assignment that the heading names; empty where it is for all."""
    said: str


def term_columns(headings: Sequence[str]) -> dict[int, tuple[Kind, str]]:
    """Which columns hold terms, and of which assignment."""
    found = {}
    for column, heading in enumerate(headings):
        for said, of in _readings(unicodedata.normalize("NFKC", heading).strip()):
            kind = _KINDS.get(re.sub(r"[\W_]", "", said).casefold())
            if kind is not None:
                found[column] = kind, of
                break
    return found


def _readings(heading: str) -> list[tuple[str, str]]:
    named = BEHIND.fullmatch(heading) or _BEFORE.fullmatch(heading)
    return [(heading, "")] + ([(named["heading"], named["of"])] if named else [])


def terms_of(terms: Collection[Term], names: Collection[str]) -> Terms:
    """What holds for an assignment that goes by these names: what names it counts before what is for all."""
    wanted = {name.casefold() for name in names}
    said: dict[Kind, str] = dict.fromkeys(get_args(Kind), "")
    for is_named in (False, True):
        said |= {
            term.kind: term.said
            for term in terms
            if term.said and (term.of.casefold() in wanted if is_named else not term.of)
        }
    return Terms(**said)
