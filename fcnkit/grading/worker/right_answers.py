"""Replaces a student's function by one that returns the oracle's answers in the types that their code expects."""

from __future__ import annotations

import copy
import inspect
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from fcnkit.grading.worker.kinds import as_kind_of
from fcnkit.grading.worker.time_limit import OutOfTime, time_limit

SECONDS = 0.5
"""CPU seconds for the student's own answer: only its types are looked at."""
MAX_TRIED = 3
"""Calls of the student's own function that may come to nothing."""
_NOTHING = object()

Ask = Callable[[tuple[Any, ...], dict[str, Any]], Any]
"""Gives the right answer to these arguments. Raises NotAnswered."""


class NotAnswered(Exception):
    """There is no right answer to these arguments; `error` is what they deserve."""

    def __init__(self, error: Exception) -> None:
        super().__init__(str(error))
        self.error = error


class RightAnswers:
    """Stands in for a student's function and gives the right answers, called as that function is."""

    _is_learning = False
    """Whether a student's own function runs for its kinds: others that it calls are the student's own then, too."""

    def __init__(self, ask: Ask, parameters: Sequence[str], own: Callable[..., Any] | None) -> None:
        """`parameters`: the names that the assignment gives them. `own`: the student's function, to be called, too."""
        self._ask = ask
        self._parameters = parameters
        self._own = own
        self._kind: Any = _NOTHING
        """An answer of the student's own function, once there is one."""
        self._left = 0 if own is None else MAX_TRIED

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if RightAnswers._is_learning:  # nothing may be asked for now: the time could run out during the answer
            if self._own is None:
                raise NotImplementedError
            return self._own(*args, **kwargs)
        given = self._named(args, kwargs)
        error: Exception = TypeError()
        for way in (_as_it_is, _with_tuples, _with_arrays):
            try:
                right = self._ask(tuple(map(way, given[0])), {name: way(value) for name, value in given[1].items()})
            except NotAnswered as refused:
                error = refused.error
            else:
                self._learn(args, kwargs)
                return right if self._kind is _NOTHING else as_kind_of(self._kind, right)
        if self._own is None:
            raise error
        return self._own(*args, **kwargs)

    def _named(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[tuple[Any, ...], dict[str, Any]]:
        """The arguments under the assignment's names, where the student's function calls them otherwise or has more."""
        try:
            signature: Any = inspect.signature(self._own or self)
            bound: dict[str, Any] = signature.bind(*args, **kwargs).arguments
        except (TypeError, ValueError):
            return args, kwargs
        places = list(signature.parameters)
        named: dict[str, Any] = {}
        for place, (name, parameter) in enumerate(signature.parameters.items()):
            if name not in bound:
                continue
            if parameter.kind is parameter.VAR_POSITIONAL:
                named.update(zip(self._parameters[place:], bound[name], strict=False))
            elif parameter.kind is parameter.VAR_KEYWORD:
                named.update({key: value for key, value in bound[name].items() if key in self._parameters})
            elif name in self._parameters:
                named[name] = bound[name]
            elif place < len(self._parameters) and self._parameters[place] not in places:
                named[self._parameters[place]] = bound[name]
        return (), named

    def _learn(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        """Look once at what the student's own function gives."""
        if self._kind is not _NOTHING or self._left == 0 or self._own is None:
            return
        self._left -= 1
        RightAnswers._is_learning = True
        try:
            with time_limit(SECONDS):
                self._kind = self._own(*copy.deepcopy(args), **copy.deepcopy(kwargs))
        except (Exception, OutOfTime, SystemExit, KeyboardInterrupt):  # whatever a wrong answer raises
            return
        finally:
            RightAnswers._is_learning = False


def _as_it_is(value: Any) -> Any:
    return value


def _with_arrays(value: Any) -> Any:
    """A list as an array, if it is one of numbers."""
    if type(value) is not list:
        return value
    try:
        array = np.array(value)
    except ValueError:  # rows of several lengths
        return value
    return array if array.dtype.kind in "biufc" else value


def _with_tuples(value: Any) -> Any:
    """A list or a row of numbers as a tuple."""
    return tuple(value) if type(value) is list or (type(value) is np.ndarray and value.ndim == 1) else value
