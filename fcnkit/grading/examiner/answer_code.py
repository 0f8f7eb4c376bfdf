"""What an answer is made of, so that a person's correction of its marks holds as long as that stays as it is.

An answer is the statements that bind the names which its question asks for, those that bind what these read, and so on,
wherever they stand. Comments, blanks, what is printed in between and answers to other questions are none of it.
"""

from __future__ import annotations

import ast
import hashlib
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from fcnkit.course import Question
from fcnkit.grading.cell import Cell
from fcnkit.grading.examiner.shown_cells import MAX_CODE, UNREADABLE, read_cell
from fcnkit.grading.examiner.statement_facts import Statement


class Reach(NamedTuple):
    """A name that an answer depends on."""

    name: str
    may_be_changed: bool
    """Whether its value is one that a call could change."""


def answer_codes(cells: Sequence[Cell], questions: Sequence[Question]) -> dict[str, str]:
    """A digest of the answer to each question, by id; none where it cannot be told from the rest of the code."""
    if sum(len(cell.source) for cell in cells) > MAX_CODE:
        return {}
    try:
        parts = [part for cell in cells for part in read_cell(cell)]
        if any(part.is_dark for part in parts):
            return {}
        following = _following(parts)
        return {each.id: _digest(parts, following, {*each.names}) for each in questions}
    except UNREADABLE:
        return {}


def _digest(parts: Sequence[Statement], following: Mapping[Reach, Sequence[int]], asked: Collection[str]) -> str:
    """`following`: as `_following` has it."""
    waiting = [Reach(name, may_be_changed=False) for name in asked]
    reached, own = set(waiting), set[int]()
    while waiting:
        for place in following.get(waiting.pop(), ()):
            if place in own:
                continue
            own.add(place)
            part = parts[place]
            new = {Reach(name, may_be_changed=False) for name in part.binds | part.reads}
            new.update(Reach(name, may_be_changed=True) for name in part.binds if not part.is_fixed)
            waiting += new - reached
            reached |= new
    dumped = [part.said for place, part in enumerate(parts) if place in own]
    return hashlib.sha256(repr(dumped).encode(errors="surrogatepass")).hexdigest()[:12]


def _following(parts: Sequence[Statement]) -> Mapping[Reach, Sequence[int]]:
    """The places of the statements that may change what an answer holds, once it depends on a name or its value."""
    found: defaultdict[Reach, list[int]] = defaultdict(list)
    for place, part in enumerate(parts):
        is_action = isinstance(part.node, ast.Expr) and not part.is_pure
        for name in part.binds:
            found[Reach(name, may_be_changed=False)].append(place)
        for name in part.reads:
            found[Reach(name, may_be_changed=not is_action)].append(place)
    return found
