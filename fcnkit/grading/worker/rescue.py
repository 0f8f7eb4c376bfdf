"""Runs definitions separately, after the last cell, that their own cells did not reach.

They stand in a block that stopped above them or was passed by, or need a name that only a later cell binds.
"""

from __future__ import annotations

import ast
import builtins
import types
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from fcnkit.grading.worker.exception_text import cell_name
from fcnkit.grading.worker.half_done import forget_half_done
from fcnkit.grading.worker.statements import COMPOUND, barer
from fcnkit.grading.worker.time_limit import time_limit

SECONDS = 3
"""CPU seconds for all of them."""
_IMPORTS = (ast.Import, ast.ImportFrom)
_DEFINITIONS = (*_IMPORTS, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def rescue(
    unfinished: Sequence[tuple[int, ast.stmt]],
    namespace: dict[str, Any],
    unanswered: Collection[str],
    look: Callable[[int], None],
) -> None:
    """Run what these statements, with the numbers of their cells, hold for names without an answer, or unbound ones.

    `look` is called after each with the number of its cell.
    """
    parts = [(cell, statement) for cell, whole in unfinished for statement in _parts(whole)]
    modules = {name for name, value in namespace.items() if isinstance(value, types.ModuleType)}
    modules |= {name for _, part in parts if isinstance(part, _IMPORTS) for name in _bound_by(part)}
    missed = [(cell, part) for cell, part in parts if _is_missed(part, namespace, unanswered, modules)]
    if all(isinstance(part, _IMPORTS) for _, part in missed):
        return
    try:
        with time_limit(SECONDS):
            for cell, part in missed:
                if _is_missed(part, namespace, unanswered, modules):
                    _run(part, cell, namespace)
                    look(cell)
    except BaseException:  # out of time, or whatever a student's code raises while it is being cleaned up
        forget_half_done()


def _parts(statement: ast.stmt) -> Iterator[ast.stmt]:
    """The statement; of one that holds others the innermost ones, and itself if its head binds names (`for`)."""
    if not isinstance(statement, COMPOUND):
        yield statement
        return
    if any(_bound_by(statement)):
        yield statement
    for child in ast.iter_child_nodes(statement):
        for inner in getattr(child, "body", ()) if isinstance(child, ast.ExceptHandler | ast.match_case) else (child,):
            if isinstance(inner, ast.stmt):
                yield from _parts(inner)


def _is_missed(
    statement: ast.stmt, namespace: dict[str, Any], unanswered: Collection[str], modules: Collection[str]
) -> bool:
    """Whether it binds a name without an answer, or an unbound one as a definition, an import or a constant does."""
    names = list(_bound_by(statement))
    if any(name in unanswered for name in names):
        return True
    is_wanted = isinstance(statement, _DEFINITIONS) or (
        isinstance(statement, ast.Assign | ast.AnnAssign) and _is_constant(statement, modules)
    )
    return is_wanted and any(name not in namespace for name in names)


def _bound_by(statement: ast.stmt) -> Iterator[str]:
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield statement.name
    elif isinstance(statement, _IMPORTS):
        yield from ((alias.asname or alias.name).partition(".")[0] for alias in statement.names)
    elif not (isinstance(statement, ast.AnnAssign) and statement.value is None):
        yield from _stored(statement)


def _stored(node: ast.AST) -> Iterator[str]:
    """Names that are assigned to, matched or bound by `:=`; not those of statements within, or of other scopes."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt | ast.ExceptHandler | ast.comprehension | ast.Lambda):
            continue
        if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Store):
            yield child.id
        elif isinstance(child, ast.MatchAs | ast.MatchStar) and child.name is not None:
            yield child.name
        yield from _stored(child)


def _is_constant(statement: ast.stmt, modules: Collection[str]) -> bool:
    """Whether a value is made by nothing but types of Python's own and modules' functions."""
    calls = [node.func for node in ast.walk(statement) if isinstance(node, ast.Call)]
    return all(_is_known(function, modules) for function in calls)


def _is_known(function: ast.expr, modules: Collection[str]) -> bool:
    if isinstance(function, ast.Name):
        return isinstance(getattr(builtins, function.id, None), type)
    while isinstance(function, ast.Attribute):
        function = function.value
    return isinstance(function, ast.Name) and function.id in modules


def _run(statement: ast.stmt, cell: int, namespace: dict[str, Any]) -> None:
    """Run it or, if it raises, what is left of a definition without hints, decorators, bases and, at last, defaults."""
    waiting = [statement]
    while waiting:
        one = waiting.pop()
        try:
            exec(compile(ast.Module([one], []), cell_name(cell), "exec"), namespace)  # noqa: S102  # a student's cell
        except Exception:
            waiting += barer(one) or _without_defaults(one)


def _without_defaults(statement: ast.stmt) -> list[ast.stmt]:
    """A bare function with None for the defaults that had to be computed; nothing where it has none of them."""
    if not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
        return []
    arguments = statement.args
    if all(isinstance(each, ast.Constant) for each in (*arguments.defaults, *filter(None, arguments.kw_defaults))):
        return []
    arguments.defaults = [_known(each) for each in arguments.defaults]
    arguments.kw_defaults = [each and _known(each) for each in arguments.kw_defaults]
    return [statement]


def _known(default: ast.expr) -> ast.expr:
    return default if isinstance(default, ast.Constant) else ast.copy_location(ast.Constant(None), default)
