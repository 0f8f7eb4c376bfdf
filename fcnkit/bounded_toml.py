"""Reads TOML with Python's parser, which needs time and memory for the square of the parts of a dotted key."""

from __future__ import annotations

import re
import tomllib
from typing import Any

_DOTTED = re.compile(r"""(?:^|[\[{,])[ \t]*(?:(?:[\w-]++|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){50}""", re.MULTILINE)
"""What begins like a key of more parts than anybody writes."""


class TooManyParts(ValueError):
    """A key has more parts than are read, in a line."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def toml_in(text: str) -> dict[str, Any]:
    """The tables. Raises TooManyParts, and what Python's parser raises."""
    if found := _DOTTED.search(text):
        raise TooManyParts(text.count("\n", 0, found.end()) + 1)
    return tomllib.loads(text)
