"""What the notebook's functions lead to, and how one is replaced wherever others have it."""

from __future__ import annotations

import functools
import gc
import types
from collections.abc import Callable, Collection, Iterator
from typing import Any

MAX_SEEN = 20_000
"""Objects that are looked at: a notebook's own functions lead to fewer."""
_ANY_NAME = frozenset(("eval", "exec", "globals", "locals", "vars", "getattr", "__dict__"))
"""With these, code can lead to names that it does not tell."""


def leads_to(namespace: dict[str, Any], functions: Collection[str], names: Collection[str]) -> bool:
    """Whether the functions refer to one of the names, or to what it is bound to, however many steps away.

    True also when that cannot be told; False is sure, but for code that hides it.
    """
    wanted = {id(namespace[name]) for name in names if name in namespace}
    waiting = [namespace[name] for name in functions if name in namespace]
    seen: dict[int, Any] = {}
    while waiting:
        value = waiting.pop()
        if id(value) in wanted or (isinstance(value, types.CodeType) and _mentions(value, {*names, *_ANY_NAME})):
            return True
        if id(value) in seen or isinstance(value, types.ModuleType):
            continue
        seen[id(value)] = value
        if len(seen) > MAX_SEEN:
            return True
        waiting += _next(value)
    return False


def _mentions(code: types.CodeType, names: Collection[str]) -> bool:
    texts = (constant for constant in code.co_consts if isinstance(constant, str))
    return any(name in names for name in (*code.co_names, *texts))


def _next(value: Any) -> Iterator[Any]:
    """What a value refers to; of the names that a function's code uses, what they are bound to now."""
    if not isinstance(value, types.FunctionType):
        yield from gc.get_referents(value)
        return
    codes = [value.__code__]
    for code in codes:
        yield code
        yield from (value.__globals__[name] for name in code.co_names if name in value.__globals__)
        codes += [constant for constant in code.co_consts if isinstance(constant, types.CodeType)]
    yield from (value.__defaults__, value.__kwdefaults__, value.__closure__, vars(value))


def replace(namespace: dict[str, Any], name: str, new: Callable[..., Any]) -> None:
    """Bind the name to `new`, and put it where the old function is known by another name: in variables, classes and
    collections, as a default argument, in a closure or a partial. What only wraps the old one goes on calling it.
    """
    old = namespace.get(name)
    namespace[name] = new
    if not callable(old):
        return
    for holder in (namespace, *gc.get_referrers(old)):  # the namespace is frozen: the garbage collector leaves it out
        _put(holder, old, new)


def _put(holder: Any, old: Any, new: Any) -> None:
    if isinstance(holder, types.CellType):
        holder.cell_contents = new
    elif isinstance(holder, dict):
        keys = [key for key, value in holder.items() if value is old]
        owner = next((each for each in gc.get_referrers(holder) if isinstance(each, type)), None)
        for key in keys:
            holder.__setitem__(key, new) if owner is None else setattr(owner, key, new)  # classes cache what they have
    elif isinstance(holder, list):
        holder[:] = [new if value is old else value for value in holder]
    elif isinstance(holder, functools.partial):
        state: Any = holder  # typeshed does not know that a partial has one
        state.__setstate__((new, holder.args, holder.keywords, vars(holder)))
    elif isinstance(holder, tuple):
        for function in gc.get_referrers(holder):
            if isinstance(function, types.FunctionType) and function.__defaults__ is holder:
                function.__defaults__ = tuple(new if value is old else value for value in holder)
