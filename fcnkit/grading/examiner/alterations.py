"""Small changes to a student's function: one number or operator of its text, so that all else stays as they wrote it.

The text is parsed, never run here.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fcnkit.grading.cell import Cell
from fcnkit.grading.own_code import Change, OwnCode
from fcnkit.unicode import is_stream_safe

MAX_LINES = 60
"""Lines of a function that is printed for an interview."""
MAX_WIDTH = 160
"""Characters of a line of it."""
_MAX_CODE = 100_000
"""Characters of a cell in which is looked, as in `fcnkit.grading.examiner.shown_cells`."""
_OPERATORS: dict[type[ast.AST], tuple[str, str]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "+"),
    ast.FloorDiv: ("//", "*"),
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
}
_BETWEEN = re.compile(rb"[\s()]*([-+*/<>=!]+)[\s()]*")
"""What may stand between two operands in a line."""


@dataclass(frozen=True)
class Alteration:
    """A change, and the cell that holds it."""

    change: Change
    cell: Cell


def own_code(cell: Cell, function: str) -> OwnCode | None:
    """The definition of the function in this cell; None if none can be read or it is too long to be printed."""
    found = _definition(cell, function)
    if found is None:
        return None
    first = min([found.lineno, *(each.lineno for each in found.decorator_list)])
    lines = cell.source.split("\n")[first - 1 : found.end_lineno]
    if len(lines) > MAX_LINES or max(map(len, lines)) > MAX_WIDTH or not all(map(_is_as_it_looks, lines)):
        return None
    return OwnCode(function=function, cell=cell.number, first_line=first, lines=tuple(lines))


def _is_as_it_looks(line: str) -> bool:
    """Without what turns a line's direction or cannot be seen."""
    return line.replace("\t", "").isprintable()


def alterations(cell: Cell, function: str) -> list[Alteration]:
    """All of them, in the order of the text. What a `while` repeats is left alone: it might not end."""
    definition = _definition(cell, function)
    return [] if definition is None else [_altered(cell, *place) for place in _places(definition, cell)]


def _definition(cell: Cell, function: str) -> ast.FunctionDef | None:
    if function not in cell.source or len(cell.source) > _MAX_CODE or not is_stream_safe(cell.source):
        return None
    try:
        tree = ast.parse(cell.source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    is_rebound = any(
        isinstance(node, ast.Name) and node.id == function and isinstance(node.ctx, ast.Store)
        for node in ast.walk(tree)
    )
    named = [each for each in tree.body if isinstance(each, ast.FunctionDef) and each.name == function]
    return named[-1] if named and not is_rebound else None  # what is called is to be what is shown


def _places(definition: ast.FunctionDef, cell: Cell) -> Iterator[tuple[int, int, int, str]]:
    """Line, first byte, byte after the last, and what stands there instead."""
    lines = [line.encode() for line in cell.source.split("\n")]
    for node in _outside_loops(definition):
        if isinstance(node, ast.Constant) and type(node.value) is int and node.end_lineno == node.lineno:
            if lines[node.lineno - 1][node.col_offset : node.end_col_offset].isdigit():
                yield node.lineno, node.col_offset, node.end_col_offset or 0, str(node.value + 1)
        elif isinstance(node, ast.BinOp):
            yield from _operator(node.left, node.op, node.right, lines)
        elif isinstance(node, ast.Compare) and len(node.ops) == 1:
            yield from _operator(node.left, node.ops[0], node.comparators[0], lines)


def _operator(
    left: ast.expr, operator: ast.AST, right: ast.expr, lines: Sequence[bytes]
) -> Iterator[tuple[int, int, int, str]]:
    if type(operator) not in _OPERATORS or left.end_lineno != right.lineno or left.end_col_offset is None:
        return
    old, new = _OPERATORS[type(operator)]
    between = _BETWEEN.fullmatch(lines[right.lineno - 1][left.end_col_offset : right.col_offset])
    if between is not None and between[1] == old.encode():
        begin = left.end_col_offset + between.start(1)
        yield right.lineno, begin, begin + len(old), new


def _outside_loops(definition: ast.FunctionDef) -> Iterator[ast.AST]:
    """As `ast.walk`, which no depth of a student's expressions brings down."""
    waiting: list[ast.AST] = [definition]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [each for each in ast.iter_child_nodes(node) if not isinstance(each, ast.While | ast.JoinedStr)]


def _altered(cell: Cell, line: int, begin: int, end: int, new: str) -> Alteration:
    lines = cell.source.split("\n")
    was = lines[line - 1]
    raw = was.encode()
    lines[line - 1] = (raw[:begin] + new.encode() + raw[end:]).decode()
    change = Change(line=line, was=was.strip(), now=lines[line - 1].strip())
    return Alteration(change, replace(cell, source="\n".join(lines)))
