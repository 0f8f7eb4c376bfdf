"""Names of tests that can be read, and passed to pytest: each is printed, reported and sent between processes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

LONGEST, LONGEST_PART = 200, 40
"""Characters of a test's name, and of one argument in it."""


def part(value: object) -> str | None:
    """How a long argument is named: by its beginning; None where pytest's own way is short."""
    text = value.decode("latin-1") if isinstance(value, bytes) else str(value) if isinstance(value, str | int) else ""
    length = next((n for n in range(LONGEST_PART, 0, -1) if len(ascii(text[:n])) <= LONGEST_PART), 0)
    return text[:length] if length < len(text) else None


def refuse_long(items: Sequence[pytest.Item]) -> None:
    """Raises UsageError for names that are long by the function's own name, or by ids that were given."""
    long = [item.nodeid[:LONGEST] for item in items if len(item.nodeid) > LONGEST]
    if long:
        raise pytest.UsageError(f"tests with names of more than {LONGEST} characters, which need shorter ids: {long}")
