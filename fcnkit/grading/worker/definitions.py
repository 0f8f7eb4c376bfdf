"""What a notebook's cells have bound to the names that questions ask for, and which of it is the answer."""

from __future__ import annotations

import builtins
import dis
import types
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

MAX_KEPT = 20
"""Bindings of one name that are kept: a notebook that has more answers nothing with the oldest."""
_IDLE = frozenset({"RESUME", "NOP", "CACHE", "POP_TOP", "RETURN_VALUE", "NOT_TAKEN"})
_CONSTANTS = ("LOAD_CONST", "RETURN_CONST")
_PASSES = (*_CONSTANTS, "STORE_FAST", "LOAD_FAST")
"""How the names begin of what takes a constant to a `return`, in all versions of Python."""
_REFUSES = frozenset({"LOAD_GLOBAL", "PUSH_NULL", "PRECALL", "CALL", "RAISE_VARARGS"})
_MAX_CODE = 200
"""Bytes of a stub's code: to take an answer's to pieces takes long."""
_MAX_WRAPPED = 10
_NOTHING = object()


@dataclass(frozen=True, eq=False)  # a student's values may compare as they like
class _Binding:
    value: Any
    cell: int
    after_stop: bool
    """Whether its cell had been stopped on purpose before."""
    is_rescued: bool
    """Whether it came about only after the last cell."""


class Definitions:
    """Remembers each value that a name has had after some statement. The last one counts, as in Jupyter, except that a
    stub never counts where there is an answer, nor a number in the place of a function, nor what stands below a line
    that stops its cell on purpose."""

    def __init__(self, namespace: dict[str, Any], functions: Collection[str], variables: Collection[str]) -> None:
        """`functions` and `variables`: the names that questions ask for."""
        self._namespace = namespace
        self._functions = frozenset(functions)
        self._names = (*functions, *variables)
        self._bound: dict[str, list[_Binding]] = {name: [] for name in self._names}

    def look(self, cell: int, *, after_stop: bool = False, is_rescued: bool = False) -> None:
        """After a statement of this cell: note what it has bound."""
        for name in self._names:
            value = self._namespace.get(name, vars(builtins).get(name, _NOTHING))  # where Python, too, looks for it
            bound = self._bound[name]
            if value is not _NOTHING and not (bound and bound[-1].value is value):
                bound.append(_Binding(value, cell, after_stop, is_rescued))
                del bound[:-MAX_KEPT]

    def unanswered(self) -> list[str]:
        """The names that no cell has bound to an answer."""
        return [
            name for name in self._names if not any(self._is_answer(name, each.value) for each in self._bound[name])
        ]

    def settle(self, chosen: Mapping[str, int]) -> dict[str, dict[str, Any]]:
        """Bind each name to what counts, or to what the cell of that number in `chosen` has bound to it.

        Returns for each name that was bound: the `cell` of what counts, whether that `is_stub` or `is_rescued`, the
        cells of answers that were `replaced` by it, and of what was `passed` over for it though it came later.
        """
        return {name: self._settle(name, chosen.get(name)) for name in self._names if self._bound[name]}

    def _settle(self, name: str, chosen: int | None) -> dict[str, Any]:
        bound = self._bound[name]
        answers = [each for each in bound if self._is_answer(name, each.value)]
        answers = [each for each in answers if not each.after_stop] or answers
        own = [each for each in answers if each.cell == chosen] or answers
        counts = own[-1] if own else bound[-1]
        if own:
            self._namespace[name] = counts.value
        place = bound.index(counts)
        others = [each for each in answers if each.cell != counts.cell and not _are_alike(each.value, counts.value)]
        passed = [each for each in bound[place + 1 :] if each not in answers and not each.after_stop]
        return {
            "cell": counts.cell,
            "is_stub": not own,
            "is_rescued": counts.is_rescued,
            "replaced": sorted({each.cell for each in others}),
            "passed": sorted({each.cell for each in passed}),
        }

    def _is_answer(self, name: str, value: Any) -> bool:
        if name in self._functions:
            return callable(value) and not does_nothing(value)
        return not is_blank(value)


def does_nothing(function: Any) -> bool:
    """Whether a function's code, whatever its docstring and names, is that of a stub: it looks at none of its
    arguments, calls nothing and knows no value but `...`, or it only says that it is not implemented."""
    code = _code(function)
    if code is None or len(code.co_code) > _MAX_CODE:
        return False
    instructions = [each for each in dis.get_instructions(code) if each.opname not in _IDLE]
    if code.co_names in (("NotImplementedError",), ("NotImplemented",)):
        return all(each.opname in _REFUSES or each.opname.startswith(_CONSTANTS) for each in instructions)
    stored = [before.argval for before, each in pairwise(instructions) if each.opname.startswith("STORE_FAST")]
    if any(value is not ... for value in stored):
        return False  # such as `model = None`, which somebody has written
    arguments = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    return all(each.opname.startswith(_PASSES) and each.argval not in arguments for each in instructions) and all(
        each.argval in (None, ...) for each in instructions if each.opname.startswith(_CONSTANTS)
    )


def is_blank(value: Any) -> bool:
    """Whether a variable is as it was handed out, or empty: `...`, None or no text, alone or in all of a container."""
    try:
        if isinstance(value, str):
            return not value.strip()
        if isinstance(value, list | tuple | dict):
            return all(map(is_blank, value.values() if isinstance(value, dict) else value))
    except Exception:  # it holds itself, or is of a student's own class
        return False
    return value is ... or value is None


def _code(function: Any) -> types.CodeType | None:
    """The code that runs when the function is called, decorators and partial arguments left out."""
    try:
        for _ in range(_MAX_WRAPPED):
            inner = getattr(function, "__wrapped__", None) or getattr(function, "func", None)
            if inner is None:
                break
            function = inner
        code = getattr(function, "__code__", None)
    except Exception:  # the student's own __getattr__ and __bool__ run here
        return None
    return code if type(code) is types.CodeType else None


def _are_alike(left: Any, right: Any) -> bool:
    """Whether two values are the same, or functions of the same code: pasted twice, it replaces nothing."""
    if left is right:
        return True
    codes = _code(left), _code(right)
    return codes[0] is not None and codes[1] is not None and _is_same_code(codes[0], codes[1])


def _is_same_code(left: types.CodeType, right: types.CodeType) -> bool:
    """Whether they do the same, wherever they stand."""
    if (left.co_code, left.co_names, len(left.co_consts)) != (right.co_code, right.co_names, len(right.co_consts)):
        return False
    for one, other in zip(left.co_consts, right.co_consts, strict=True):
        if isinstance(one, types.CodeType) and isinstance(other, types.CodeType):
            if not _is_same_code(one, other):
                return False
        elif type(one) is not type(other) or one != other:
            return False
    return True
