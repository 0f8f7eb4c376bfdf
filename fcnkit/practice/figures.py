"""Pictures for items, each with a text that says all that it shows."""

from __future__ import annotations

from collections.abc import Mapping

from fcnlab import Picture, grids

from fcnkit.practice.document import Figure
from fcnkit.practice.values import Grid, printed
from fcnkit.text import Lang, Text


def arrays(named: Mapping[str, Grid], between: str = "") -> Figure:
    """Arrays side by side, with signs between them; a name that starts with "kernel" has the kernel's colour."""
    alt = ", ".join(f"{name} = {printed(rows)['en'].strip('`')}" for name, rows in named.items())

    def picture(lang: Lang) -> Picture:
        drawn = grids(named, between=between, lang=lang)
        if not isinstance(drawn, Picture):
            raise ValueError(f"cannot be drawn: {drawn}")
        return drawn

    return Figure(picture, Text(ko=alt, en=alt))
