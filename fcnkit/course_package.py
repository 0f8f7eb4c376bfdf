"""Imports a folder of a course, such as a hidden suite, as a package of its own.

The folder is found by its path alone: `sys.path` stays as it is, and two folders with modules of the same names stay
apart. Modules in it import each other relatively: `from .cases import squares`.
"""

from __future__ import annotations

import importlib
import importlib.util
import itertools
import os
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

_NUMBERS = itertools.count(1)


def import_folder(folder: Path) -> ModuleType:
    """The folder as a package, imported anew: a file that has changed since the last call is read again.

    Raises FileNotFoundError where there is no such folder, and whatever its `__init__.py` raises, where it has one.
    """
    if not folder.is_dir():
        raise FileNotFoundError(2, os.strerror(2), os.fspath(folder))
    name = f"fcnkit_course_{next(_NUMBERS)}_{''.join(sign if sign.isalnum() else '_' for sign in folder.name)}"
    importlib.invalidate_caches()  # files may have appeared a moment ago
    init = folder / "__init__.py"
    spec = ModuleSpec(name, None, is_package=True)
    if init.exists():
        spec = importlib.util.spec_from_file_location(name, init) or spec
    spec.submodule_search_locations = [os.fspath(folder)]
    package = importlib.util.module_from_spec(spec)
    sys.modules[name] = package
    if spec.loader is not None:
        spec.loader.exec_module(package)
    return package


def import_module(package: ModuleType, name: str) -> ModuleType:
    """A module of such a package: `cases`, or `topic.item`. Raises whatever the module may raise."""
    return importlib.import_module(f"{package.__name__}.{name}")
