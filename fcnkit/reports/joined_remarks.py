"""Joins a submission's remarks for one cell or line, bounded in number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fcnkit.text import Lang, Text

MOST = 20
MORE = Text(ko="그 밖에 {count}건이 더 있습니다.", en="and {count} more")


def joined_remarks(said: Sequence[str], lang: Lang) -> str:
    """The first of them, and how many more there are; a whole sentence needs nothing between it and the next."""
    left = len(said) - MOST
    shown = [*said[:MOST], *([MORE.format(count=left)[lang]] if left > 0 else [])]
    return re.sub(r"(?<=[.?!]);", "", "; ".join(shown))
