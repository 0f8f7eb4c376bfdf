"""Lazy imports in the fork server: slow modules that few notebooks use are executed at first use."""

from __future__ import annotations

import contextlib
import gc
import importlib
import sys
import threading
from collections.abc import Collection, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader, _LazyModule  # type: ignore[attr-defined]  # there is no other way to put it off
from types import ModuleType

_A_MOMENT = 1
"""Seconds for a thread that an import has started, and will not need again, to end."""


class _Waiting(ModuleType):
    """Not run by its next import either, which only looks whether the first is still under way."""

    def __getattribute__(self, attr: str) -> object:
        if attr == "__spec__":
            return object.__getattribute__(self, attr)
        self.__class__ = _LazyModule  # itself: since Python 3.11.9 and 3.12.3 it runs no module of a class below it
        return getattr(self, attr)


class _Loader(LazyLoader):
    def exec_module(self, module: ModuleType) -> None:
        super().exec_module(module)
        module.__class__ = _Waiting


class LazyImports(MetaPathFinder):
    """Create it before any other import. Importing one of the modules is then free; its code runs at first use."""

    def __init__(self, modules: Collection[str]) -> None:
        self._waiting = set(modules)
        sys.meta_path.insert(0, self)

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """For Python's import system."""
        spec = PathFinder.find_spec(name, path, target) if name in self._waiting else None
        if spec is not None and spec.loader is not None:
            spec.loader = _Loader(spec.loader)
        return spec

    def run(self, modules: Collection[str]) -> None:
        """Before the fork for a notebook that uses them: run those of the modules that have not run yet."""
        for module in self._waiting.intersection(modules):
            self._waiting.remove(module)
            with contextlib.suppress(Exception):  # what fails here fails again, and is told, where the notebook runs
                vars(importlib.import_module(module))  # looked at, it runs
            for thread in threading.enumerate():
                if thread is not threading.current_thread():  # Matplotlib has one that would say that fonts take long
                    thread.join(_A_MOMENT)
            gc.freeze()
