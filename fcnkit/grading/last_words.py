"""Why a process of ours ended without an answer: what it wrote last to its standard error."""

from __future__ import annotations

import json

from fcnkit.text import Text, same

SILENT = Text(ko="아무 말 없이 끝났습니다", en="it ended without a word")


def last_words(errors: str) -> Text:
    """The last line, in both languages where it is a Text as JSON."""
    lines = errors.strip().splitlines()
    if not lines:
        return SILENT
    try:
        return Text(**json.loads(lines[-1]))
    except (TypeError, ValueError):
        return same(lines[-1])
