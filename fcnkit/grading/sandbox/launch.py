"""Starting a process that will enter the sandbox: which of our modules it has, its command, its environment."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fcnkit.grading.sandbox.visible_files import VisibleFiles, visible_files_for

_PACKAGE = Path(__file__).resolve().parents[2]
_OWN = (
    "__init__.py",
    "grading/__init__.py",
    "grading/forkserver.py",
    "grading/protocol.py",
    "grading/wire.py",
    "grading/sandbox",
    "grading/worker",
)
"""What of fcnkit itself a student's process may see."""


@dataclass(frozen=True)
class Launch:
    """How to start `fcnkit.grading…:main` inside the sandbox."""

    command: list[str]
    environment: dict[str, str]


def launch(
    module: str,
    level: str,
    distributions: Sequence[str],
    own: dict[str, Path],
    folder: Path,
    devices: Sequence[Path] = (),
    **settings: Any,
) -> Launch:
    """Prepare `folder` (its view, later its scratch) for a process that runs `module.main(bounds, **settings)`.

    `devices` are device files that the process may use, such as a GPU driver's.
    """
    return prepare(module, distributions, own, folder, devices)(level, **settings)


def prepare(
    module: str,
    distributions: Sequence[str],
    own: dict[str, Path],
    folder: Path,
    devices: Sequence[Path],
) -> Callable[..., Launch]:
    """`launch`, as far as that can be done before the level is known; what this returns takes it and the settings."""
    view: VisibleFiles = visible_files_for(
        distributions, {**{f"fcnkit/{name}": _PACKAGE / name for name in _OWN}, **own}, folder / "profile"
    )
    bounds = {
        "readable": [os.fspath(path) for path in view.readable],
        "listed": [os.fspath(path) for path in view.listed],
        "devices": [os.fspath(path) for path in devices],
        "temporary": os.fspath(folder),
    }
    program = (
        f"import sys, json; sys.path.append({os.fspath(view.profile)!r})\n"
        f"from fcnkit.grading.sandbox.sandbox import SandboxConfig\n"
        f"from {module} import main\n"
        "bounds, settings = json.loads(sys.argv[1])\n"
        "main(SandboxConfig.parse(bounds), **settings)"
    )
    return lambda level, **settings: Launch(
        [sys.executable, "-I", "-S", "-B", "-c", program, json.dumps([{**bounds, "level": level}, settings])],
        {
            "LANG": "C.UTF-8",
            "MPLBACKEND": "agg",
            "OPENBLAS_NUM_THREADS": "1",
            "OMP_NUM_THREADS": "1",
            "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",  # large pages, where the kernel has them, are sooner forked
        },
    )
