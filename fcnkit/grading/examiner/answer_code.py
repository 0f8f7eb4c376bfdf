"""What an answer is made of, so that a person's correction of its marks holds as long as that stays as it is.

An answer is the statements that bind the names which its question asks for, those that bind what these read, and so on,
wherever they stand. Comments, blanks, what is printed in between and answers to other questions are none of it.
"""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from fcnkit.course import Question
from fcnkit.grading.cell import Cell
from fcnkit.grading.examiner.shown_cells import MAX_CODE, python_of
from fcnkit.grading.examiner.statement_facts import Statement, statements


@dataclass(frozen=True)
class _Part:
    facts: Statement
    node: ast.stmt

    def belongs_to(self, names: Collection[str], changing: Collection[str]) -> bool:
        """Whether it may change what these names hold; `changing` are those of values that a call could change."""
        if not self.facts.binds.isdisjoint(names):
            return True
        is_action = isinstance(self.node, ast.Expr) and not self.facts.is_pure
        return not self.facts.reads.isdisjoint(names if is_action else changing)


def answer_codes(cells: Sequence[Cell], questions: Sequence[Question]) -> dict[str, str]:
    """A digest of the answer to each question, by id; none where it cannot be told from the rest of the code."""
    if sum(len(cell.source) for cell in cells) > MAX_CODE:
        return {}
    try:
        parts = [part for cell in cells for part in _parts(cell)]
        if any(part.facts.is_dark for part in parts):
            return {}
        return {each.id: _digest(parts, {*each.functions, *each.variables}) for each in questions}
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}


def _parts(cell: Cell) -> list[_Part]:
    source = python_of(cell)
    facts = statements(source, is_students=cell.origin == "student")
    return [_Part(each, node) for each, node in zip(facts, ast.parse(source).body, strict=True)]


def _digest(parts: Sequence[_Part], asked: set[str]) -> str:
    names, changing, size = set(asked), set[str](), -1
    while len(names) + len(changing) > size:
        size = len(names) + len(changing)
        for part in parts:
            if part.belongs_to(names, changing):
                names |= part.facts.binds | part.facts.reads
                changing |= part.facts.binds if not part.facts.is_fixed else set()
    own = [ast.dump(part.node) for part in parts if part.belongs_to(names, changing)]
    return hashlib.sha256(repr(own).encode(errors="surrogatepass")).hexdigest()[:12]
