"""What code says, written alike by every version of Python: marks that a person has given are kept by it.

`ast.dump` leaves out since 3.13 what is empty, and since 3.12 a function has parameters of types.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

_NEWER = ("type_params",)
"""Fields that 3.11 does not have: left out where they are empty."""


def syntax_text(node: object) -> str:
    """As Python 3.11 has `ast.dump`, of what that can read."""
    said = []  # not a comprehension, which would be one more level of what Python bounds
    if isinstance(node, ast.AST):
        for name, value in _fields(node):
            said.append(f"{name}={syntax_text(value)}")
        return f"{type(node).__name__}({', '.join(said)})"
    if isinstance(node, list):
        for each in node:
            said.append(syntax_text(each))
        return f"[{', '.join(said)}]"
    return repr(node)


def _fields(node: ast.AST) -> Iterator[tuple[str, Any]]:
    for name, value in ast.iter_fields(node):
        is_left_out = value is None and getattr(type(node), name, ...) is None
        if isinstance(node, ast.JoinedStr) and name == "values":
            yield name, [each for each in value if not _is_empty(each)]
        elif not is_left_out and (value or name not in _NEWER):
            yield name, value


def _is_empty(part: ast.expr) -> bool:
    """3.12 has such a part at the end of a format."""
    return isinstance(part, ast.Constant) and part.value == ""
