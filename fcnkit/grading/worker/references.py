"""Follows references between the notebook's functions, and replaces one wherever it is held."""

from __future__ import annotations

import functools
import gc
import types
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

MAX_SEEN = 20_000
"""Objects that are looked at: a notebook's own functions lead to fewer."""
MAX_DEPTH = 4
"""Tuples within tuples."""
_CACHED = functools._lru_cache_wrapper
_ANY_NAME = frozenset(("eval", "exec", "globals", "locals", "vars", "getattr", "__dict__"))
"""With these, code can lead to names that it does not tell."""


def leads_to(namespace: dict[str, Any], functions: Collection[str], names: Collection[str]) -> bool:
    """Whether the functions refer to one of the names, or to what it is bound to, however many steps away.

    True also when that cannot be told; False is sure, but for code that hides it.
    """
    values = [namespace[name] for name in names if name in namespace]
    wanted = {id(each) for value in values for each in (value, _function_of(value)) if each is not None}
    waiting = [namespace[name] for name in functions if name in namespace]
    seen: dict[int, Any] = {}
    while waiting:
        value = waiting.pop()
        if id(value) in wanted or (isinstance(value, types.CodeType) and _mentions(value, {*names, *_ANY_NAME})):
            return True
        if id(value) in seen or (isinstance(value, types.ModuleType) and not _is_own(value)):
            continue
        seen[id(value)] = value
        if len(seen) > MAX_SEEN:
            return True
        waiting += _next(value)
    return False


def _mentions(code: types.CodeType, names: Collection[str]) -> bool:
    texts = (constant for constant in code.co_consts if isinstance(constant, str))
    return any(name in names for name in (*code.co_names, *texts))


def _is_own(module: types.ModuleType) -> bool:
    """Whether a module is the student's: made by a cell, or read from a file that one has written."""
    place = getattr(module, "__file__", None)
    return module.__spec__ is None if place is None else Path(place).parent == Path.cwd()


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


def replace(namespace: dict[str, Any], name: str, stand_in: Callable[[Callable[..., Any] | None], Any]) -> None:
    """Replace the function of this name, wherever the notebook holds it.

    `stand_in` makes the new one from the old one, as it can still be called, or from None where there is no function.
    A function written in Python stays the same object with other code, so that everything that holds it calls the new
    one. Any other callable is replaced in variables, classes and collections, as a default, in a closure or a partial;
    what only wraps it goes on calling the old one.
    """
    old = namespace.get(name)
    function = _function_of(old)
    if function is None:
        if not callable(old):  # None may stand in many places, for nothing of ours
            namespace[name] = stand_in(None)
            return
        holders = gc.get_referrers(old)  # before the new one holds it as well
        namespace[name] = new = stand_in(old)
        for holder in (namespace, *holders):  # the namespace is frozen: the garbage collector leaves it out
            _put(holder, old, new)
        return
    before: Any = types.FunctionType(
        function.__code__, function.__globals__, function.__name__, function.__defaults__, function.__closure__
    )
    before.__kwdefaults__ = function.__kwdefaults__
    is_method = isinstance(old, types.MethodType)
    new = stand_in(types.MethodType(before, old.__self__) if isinstance(old, types.MethodType) else before)
    _redirect(function, f"_right_{name}", new, skipped=int(is_method))
    if isinstance(old, _CACHED):
        old.cache_clear()


def _function_of(value: Any) -> types.FunctionType | None:
    """What is written in Python of a function, a bound method or a function with a cache."""
    if isinstance(value, types.MethodType):
        value = value.__func__
    elif isinstance(value, _CACHED):
        value = value.__wrapped__
    return value if isinstance(value, types.FunctionType) else None


def _redirect(function: types.FunctionType, name: str, new: Any, skipped: int) -> None:
    """Have the function call `new`, which its module knows by this name, without the first `skipped` arguments."""
    cells = [f"_{place}" for place in range(len(function.__code__.co_freevars))]  # it keeps its closure
    source = (
        f"def make({', '.join(cells)}):\n"
        f"    def function(*args, **kwargs):\n"
        f"        return {name}(*args[{skipped}:], **kwargs)\n"
        f"        ({', '.join(cells)})\n"
        f"    return function"
    )
    made: dict[str, Any] = {}
    exec(source, made)  # noqa: S102  # our own text
    function.__globals__[name] = new
    function.__code__ = made["make"](*cells).__code__
    function.__defaults__ = function.__kwdefaults__ = None


def _put(holder: Any, old: Any, new: Any, depth: int = 0) -> None:
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
    elif isinstance(holder, types.FunctionType) and holder.__defaults__ is old:
        holder.__defaults__ = new
    elif isinstance(holder, tuple) and depth < MAX_DEPTH:  # it cannot be changed: others get another one
        changed = tuple.__new__(type(holder), (new if value is old else value for value in holder))
        for each in gc.get_referrers(holder):
            _put(each, holder, changed, depth + 1)
