"""A cell's statements: what is left of one that raised, what of one that must not be run whole, what of broken text."""

from __future__ import annotations

import ast
import copy
import re
import types
from collections.abc import Sequence
from itertools import chain, pairwise

COMPOUND = (ast.With, ast.AsyncWith, ast.If, ast.Try, ast.TryStar, ast.For, ast.AsyncFor, ast.While, ast.Match)
"""Statements that hold others, of which some may not be run."""
_BLOCKS = (ast.With, ast.AsyncWith, ast.If, ast.Try, ast.TryStar)
"""Statements of which the rest of a block can be run by itself. A loop's could not: it may `break`."""
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_HARMLESS = (*_DEFINITIONS, ast.Import, ast.ImportFrom)
_BEGINS = re.compile(r"[^\s#)\]}]")
"""What begins a line that may be the first of a statement."""
_FOLLOWS = re.compile(r"(else|elif|except|finally)\b")
"""What begins one that goes on with the statement above it, which may be whole without it."""
MAX_JOINED = 30
"""Such lines that one statement may have, as a text in triple quotes has."""


def rest_of(statement: ast.stmt, error: BaseException, filename: str) -> Sequence[ast.stmt]:
    """What can still be run of a statement that raised, such as a definition below the line in a `with` block.

    Of a definition, which raises only for what stands around it, that is the definition without type hints, which
    may name a module that is not there, then without decorators, and of a class without the line in it that raised.
    """
    if isinstance(statement, _DEFINITIONS):
        return barer(statement, _line_in_body(statement, error, filename))
    line = line_in(error, filename)
    return () if line is None else _after(statement, line)


def definitions_among(statements: Sequence[ast.stmt]) -> list[ast.stmt]:
    """Those that define something and call nothing: functions, classes, imports and plain values."""
    return [each for each in statements if isinstance(each, _HARMLESS) or _is_plain(each)]


def without_broken(source: str) -> str:
    """Transformed source that does not parse, with each top-level statement that is no Python left blank.

    A statement reaches from its first line to the first line of another one below which it parses by itself.
    """
    lines = source.split("\n")
    starts = [number for number, line in enumerate(lines) if _BEGINS.match(line)]
    bounds = [*starts, len(lines)]
    kept = [""] * len(lines)
    place = 0
    while place < len(starts):
        length = _length([lines[begin:end] for begin, end in pairwise(bounds[place : place + MAX_JOINED + 1])])
        here = slice(bounds[place], bounds[place + length])
        kept[here] = lines[here]
        place += max(length, 1)
    return "\n".join(kept)


def _length(pieces: Sequence[list[str]]) -> int:
    """How many of these pieces of source, from the first on, are one statement; 0 where none is."""
    joined = ["\n".join(chain(*pieces[:count])) for count in range(1, len(pieces) + 1)]
    length = next((count for count, text in enumerate(joined, 1) if _parses(text)), 0)
    while 0 < length < len(pieces) and _FOLLOWS.match(pieces[length][0]) and _parses(joined[length]):
        length += 1
    return length


def _parses(source: str) -> bool:
    try:
        compile(source, "", "exec", ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    except (SyntaxError, ValueError, OverflowError, RecursionError, MemoryError):
        return False
    return True


def line_in(error: BaseException, filename: str) -> int | None:
    """The line at which the cell's own top level was when this was raised."""
    step = _step_in(error, filename)
    return None if step is None else step.tb_lineno


def _step_in(error: BaseException, filename: str) -> types.TracebackType | None:
    step: types.TracebackType | None = error.__traceback__
    while step is not None and step.tb_frame.f_code.co_filename != filename:
        step = step.tb_next
    return step


def _line_in_body(statement: ast.stmt, error: BaseException, filename: str) -> int | None:
    """Where a class' own body was when it raised; None where it was the class statement that raised."""
    step = _step_in(error, filename)
    inner = None if step is None else step.tb_next
    if inner is None or not isinstance(statement, ast.ClassDef) or inner.tb_frame.f_code.co_name != statement.name:
        return None
    return inner.tb_lineno


def _without_line(definition: ast.ClassDef, line: int) -> bool:
    """Take the part that holds this line out of a class' body; of a definition there, the barer one stays."""
    for place, inner in enumerate(definition.body):
        if _first_line(inner) <= line <= (inner.end_lineno or inner.lineno):
            definition.body[place : place + 1] = barer(inner) or [ast.copy_location(ast.Pass(), inner)]
            return True
    return False


def _first_line(statement: ast.stmt) -> int:
    return min((each.lineno for each in getattr(statement, "decorator_list", ())), default=statement.lineno)


def _after(statement: ast.stmt, line: int) -> Sequence[ast.stmt]:
    if not isinstance(statement, _BLOCKS):
        return ()
    for block in _blocks(statement):
        for place, inner in enumerate(block):
            if inner.lineno <= line <= (inner.end_lineno or inner.lineno):
                return (*_after(inner, line), *block[place + 1 :])
    return statement.body if isinstance(statement, ast.With | ast.AsyncWith) else ()


def _blocks(statement: ast.stmt) -> Sequence[list[ast.stmt]]:
    handlers = [handler.body for handler in getattr(statement, "handlers", ())]
    return [getattr(statement, "body", []), *handlers, getattr(statement, "orelse", [])]


def barer(statement: ast.stmt, line: int | None = None) -> list[ast.stmt]:
    """A definition without its type hints; without the line of its body that raised, if it has no hints; else without
    decorators; a class then without bases. Empty for what is no definition, or has none of these."""
    if not isinstance(statement, _DEFINITIONS):
        return []
    left = copy.deepcopy(statement)
    if _drop_hints(left) or (line is not None and isinstance(left, ast.ClassDef) and _without_line(left, line)):
        return [left]
    if left.decorator_list:
        left.decorator_list = []
        return [left]
    if isinstance(left, ast.ClassDef) and (left.bases or left.keywords):
        left.bases, left.keywords = [], []
        return [left]
    return []


def _drop_hints(definition: ast.AST) -> bool:
    """Whether there were any. A class' fields keep one that says nothing, since `@dataclass` goes by it."""
    found = False
    for node in ast.walk(definition):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns is not None:
            node.returns, found = None, True
        if isinstance(node, ast.arg) and node.annotation is not None:
            node.annotation, found = None, True
        if isinstance(node, ast.AnnAssign) and not _says_nothing(node.annotation):
            node.annotation, found = ast.copy_location(ast.Constant("object"), node.annotation), True
    return found


def _says_nothing(hint: ast.expr) -> bool:
    return isinstance(hint, ast.Constant) and hint.value == "object"


def _is_plain(statement: ast.stmt) -> bool:
    if not isinstance(statement, ast.Assign | ast.AnnAssign):
        return False
    return not any(isinstance(node, ast.Call | ast.Await) for node in ast.walk(statement))
