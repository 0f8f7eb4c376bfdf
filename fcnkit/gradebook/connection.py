"""How the journal's file is opened, to be written or only to be read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

_PATIENCE = 30
"""Seconds to wait while another process writes."""


def opened(path: Path | str) -> sqlite3.Connection:
    """The file itself, in which each statement is its own transaction."""
    return sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)


def copied(path: Path) -> sqlite3.Connection:
    """A copy in memory, which tables of an earlier version can be changed in."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True, timeout=_PATIENCE)) as database:
        copy = opened(":memory:")
        with closing_on_error(copy):
            database.backup(copy)
    return copy


@contextmanager
def closing_on_error(database: sqlite3.Connection) -> Iterator[None]:
    """Closes a connection where an error keeps it from its caller."""
    try:
        yield
    except BaseException:
        database.close()
        raise
