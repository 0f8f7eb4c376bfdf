"""The scripts of `examples/experiments`, which are no package: one imports another that lies beside it."""

import importlib
import sys
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "experiments"


def script(name: str) -> ModuleType:
    """One of them, as Python finds it when another is run."""
    if str(FOLDER) not in sys.path:
        sys.path.append(str(FOLDER))
    return importlib.import_module(name)
