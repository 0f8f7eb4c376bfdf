"""Stand-ins that do nothing for modules that have no use on a grader, such as google.colab and window toolkits.

None of it computes anything, so that it helps with no answer; a module that an answer needs still is not there.
"""

from __future__ import annotations

import builtins
import getpass
import importlib
import sys
import types
from collections.abc import Callable, Iterator, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec, spec_from_loader
from typing import Any

from fcnkit.grading.worker.pass_through import MODULES

REPLACED = ("google.colab", "nest_asyncio", "ipympl", "otter", *MODULES)
"""Modules that are replaced, with all below them."""
_PARENT = "google"
_WINDOWS = frozenset(
    f"matplotlib.backends.backend_{name}"
    for toolkit in ("gtk3", "gtk4", "qt", "qt5", "tk", "wx")
    for name in (toolkit, f"{toolkit}agg", f"{toolkit}cairo")
) | {"matplotlib.backends.backend_macosx", "matplotlib.backends.backend_nbagg", "matplotlib.backends.backend_webagg"}
"""Matplotlib's own modules that open windows or wait for a browser."""
_ANSWERS: dict[str, Callable[..., Any]] = {
    "google.colab.files.upload": dict,  # nobody has chosen a file
    "google.colab.userdata.get": str,
}
NOT_ASKED = (
    "채점할 때는 {name}에 답을 입력할 사람이 없습니다. 값을 코드에 직접 적어 주세요. / "
    "Nobody is there to answer {name} while a notebook is graded; write the value into the code instead."
)


class Inert:
    """Takes every attribute, call and argument, does nothing, and is empty."""

    def __init__(self, *_args: object, **_kwargs: object) -> None: ...

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)  # Python asks for these, and takes any answer seriously
        return Inert()

    def __call__(self, *_args: object, **_kwargs: object) -> Any:
        return Inert()

    def __getitem__(self, _key: object) -> Any:
        return Inert()

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __enter__(self) -> Inert:
        return self

    def __exit__(self, *_: object) -> None: ...

    def __str__(self) -> str:
        return ""


class _Module(types.ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        whole = f"{self.__name__}.{name}"
        passing = MODULES.get(self.__name__.partition(".")[0], {})
        if name in passing:
            return passing[name]
        if self.__name__ == REPLACED[0]:
            return importlib.import_module(whole)  # the modules of Colab's package
        return _ANSWERS.get(whole, Inert())


class StandIns(MetaPathFinder, Loader):
    """Finds modules that do nothing. Modules that are there by the same name are found before, but for windows."""

    def __init__(self) -> None:
        sys.meta_path.insert(0, _Windows())
        sys.meta_path.append(self)
        otter = spec_from_loader("otter", self, is_package=True)
        if otter is not None:  # also where Otter itself is installed: the public checks were the student's
            sys.modules["otter"] = module_from_spec(otter)

    def find_spec(self, name: str, _path: object, _target: object = None) -> ModuleSpec | None:
        """For Python's import system."""
        is_ours = name == _PARENT or any(name == each or name.startswith(f"{each}.") for each in REPLACED)
        return spec_from_loader(name, self, is_package=True) if is_ours else None

    def create_module(self, spec: ModuleSpec) -> types.ModuleType:
        """For Python's import system."""
        return types.ModuleType(spec.name) if spec.name == _PARENT else _Module(spec.name)

    def exec_module(self, module: types.ModuleType) -> None:
        """For Python's import system."""


class _Windows(MetaPathFinder, Loader):
    """Has Matplotlib draw into memory where it is told to open windows."""

    def find_spec(self, name: str, _path: Sequence[str] | None, _target: object = None) -> ModuleSpec | None:
        return spec_from_loader(name, self) if name in _WINDOWS else None

    def create_module(self, spec: ModuleSpec) -> types.ModuleType:
        return _Module(spec.name)

    def exec_module(self, module: types.ModuleType) -> None:
        agg = importlib.import_module("matplotlib.backends.backend_agg")
        for name in ("FigureCanvas", "FigureManager"):
            setattr(module, name, getattr(agg, name))


def ask_nobody() -> None:
    """Have `input` and `getpass` say why they cannot be asked, as the error that they raise without a terminal."""
    builtins.input = _refusing("input()")
    getpass.getpass = _refusing("getpass()")


def _refusing(name: str) -> Callable[..., Any]:
    def refuse(*_args: object, **_kwargs: object) -> Any:
        raise EOFError(NOT_ASKED.format(name=name))

    return refuse
