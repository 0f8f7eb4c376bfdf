"""The table that says what became of each row or student: of `fcnkit export` and `fcnkit return`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from fcnkit.spreadsheet import as_csv
from fcnkit.whole_file import write_file


def write_report(
    folder: Path, target: Path, name: str, columns: Sequence[str], rows: Iterable[Sequence[str | int | None]]
) -> Path:
    """Write it into the graded folder, or beside `target`, which was made of it, where nobody may write there."""
    path = (folder if os.access(folder, os.W_OK) else target.parent) / name
    write_file(path, as_csv(columns, rows))
    return path
