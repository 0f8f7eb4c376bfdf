"""What an answer is made of, so that a person's correction of its marks holds as long as that stays as it is.

An answer is the statements that bind the names which its question asks for, those that bind what these read, and so on,
wherever they stand. Comments, blanks, what is printed in between and answers to other questions are none of it.
"""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Collection, Sequence

from fcnkit.course import Question
from fcnkit.grading.cell import Cell
from fcnkit.grading.examiner.shown_cells import MAX_CODE, UNREADABLE, read_cell
from fcnkit.grading.examiner.statement_facts import Statement


def answer_codes(cells: Sequence[Cell], questions: Sequence[Question]) -> dict[str, str]:
    """A digest of the answer to each question, by id; none where it cannot be told from the rest of the code."""
    if sum(len(cell.source) for cell in cells) > MAX_CODE:
        return {}
    try:
        parts = [part for cell in cells for part in read_cell(cell)]
        if any(part.is_dark for part in parts):
            return {}
        return {each.id: _digest(parts, {*each.functions, *each.variables}) for each in questions}
    except UNREADABLE:
        return {}


def _digest(parts: Sequence[Statement], asked: set[str]) -> str:
    names, changing, size = set(asked), set[str](), -1
    while len(names) + len(changing) > size:
        size = len(names) + len(changing)
        for part in parts:
            if _may_change(part, names, changing):
                names |= part.binds | part.reads
                changing |= part.binds if not part.is_fixed else set()
    own = [ast.dump(part.node) for part in parts if _may_change(part, names, changing)]
    return hashlib.sha256(repr(own).encode(errors="surrogatepass")).hexdigest()[:12]


def _may_change(part: Statement, names: Collection[str], changing: Collection[str]) -> bool:
    """What these names hold; `changing` are those of values that a call could change."""
    if not part.binds.isdisjoint(names):
        return True
    is_action = isinstance(part.node, ast.Expr) and not part.is_pure
    return not part.reads.isdisjoint(names if is_action else changing)
