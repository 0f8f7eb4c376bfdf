"""Columns that an instructor has added for fcnkit, under a heading that is nearly right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from difflib import get_close_matches

from fcnkit.roster.term_columns import BEHIND

_WRITTEN_BY_HAND = ("identity", "extension", "extended", "deadline", "waived", "submitted")
"""Headings that no platform writes in this sense; those that are shorter are near to too many words."""
_NEAR = 0.85


def misspelled(headings: Sequence[str], known: Collection[int]) -> dict[int, str]:
    """What the headings of other columns than the known ones may have been meant to be, by column."""
    found = {}
    for column, heading in enumerate(headings):
        said = unicodedata.normalize("NFKC", heading).casefold().strip()
        of = BEHIND.fullmatch(said)
        word = re.sub(r"[\W_]", "", of["heading"] if of else said)
        if column not in known and (near := get_close_matches(word, _WRITTEN_BY_HAND, 1, _NEAR)):
            found[column] = f"{near[0]} {of['of']}" if of else near[0]
    return found
