"""Stand-ins for modules such as tqdm and numba: functions and iterables pass through unchanged.

tqdm's bars hand on what they iterate over, and numba's decorators give the function back, which runs as plain Python.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np


class _Bar:
    """A progress bar that shows nothing."""

    def __init__(
        self, iterable: Iterable[Any] | None = None, *_: object, total: int | None = None, **__: object
    ) -> None:
        self.iterable = iterable
        self.total = total
        self.n = 0

    def __iter__(self) -> Iterator[Any]:
        return iter(() if self.iterable is None else self.iterable)

    def __len__(self) -> int:
        length: Any = self.iterable
        return len(length) if self.total is None else self.total

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *_: object) -> None: ...

    def update(self, n: float | None = 1) -> None:
        """Count on."""
        self.n += int(n or 0)

    def __getattr__(self, name: str) -> Callable[..., None]:
        if name.startswith("__"):
            raise AttributeError(name)
        return _do_nothing

    @staticmethod
    def write(*_: object, **__: object) -> None:
        """Say something beside the bar."""

    pandas = write


def _do_nothing(*_: object, **__: object) -> None: ...


def _over(iterate: Callable[..., Iterable[Any]]) -> Callable[..., _Bar]:
    return lambda *args, **_: _Bar(iterate(*args))


def _given_back(*args: Any, **_: object) -> Any:
    """`@njit`, `@njit(parallel=True)`, `@njit("f8(f8)")`: a decorator, with or without arguments of its own."""
    if args and (inspect.isfunction(args[0]) or inspect.isclass(args[0])):
        return args[0]
    return lambda function: function


def _vectorized(*args: Any, **_: object) -> Any:
    return np.vectorize(args[0]) if args and inspect.isfunction(args[0]) else np.vectorize


class _Dict(dict[Any, Any]):
    @classmethod
    def empty(cls, *_: object, **__: object) -> dict[Any, Any]:
        """For numba, which has to be told the types."""
        return {}


_BARS: dict[str, Any] = {
    "tqdm": _Bar,
    "tqdm_notebook": _Bar,
    "trange": _over(range),
    "tnrange": _over(range),
    "tenumerate": _over(enumerate),
    "tzip": _over(zip),
    "tmap": _over(map),
}
_COMPILERS: dict[str, Any] = {
    **dict.fromkeys(("jit", "njit", "generated_jit", "jitclass", "cfunc", "objmode"), _given_back),
    "vectorize": _vectorized,
    "prange": range,
    "List": list,
    "Dict": _Dict,
}
MODULES = {"tqdm": _BARS, "numba": _COMPILERS}
"""By name: what a module has that passes something through. Modules below have the same."""
