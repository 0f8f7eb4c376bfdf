"""Lets `print` do nothing where its text would go to a screen that is not there.

Formatting is what takes long of it: an array printed in every step of a loop takes a hundred times as long as the loop.
"""

from __future__ import annotations

import builtins
import sys
from functools import wraps
from typing import Any


def print_to_files_alone() -> None:
    """Patches `print`; what is printed to a file, or while `sys.stdout` is another one, is printed as always."""
    real, screen = builtins.print, sys.stdout

    @wraps(real)
    def quiet(*values: Any, file: Any = None, **options: Any) -> None:
        if (sys.stdout if file is None else file) is not screen or options.keys() - {"sep", "end", "flush"}:
            real(*values, file=file, **options)

    builtins.print = quiet
