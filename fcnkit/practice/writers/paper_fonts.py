"""The fonts that paper carries inside, and letters that they lack, such as rare hanja in names."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fcnlab.fonts import carried_fonts

COMMON = frozenset("×·→←−…≤≥≠≈σ²³÷⌈⌉⌊⌋↓↑⊛“”‘’–")
"""Signs of the items, which the fonts have."""


@cache
def folders() -> list[Path]:
    """Where NanumGothic lies; DejaVu Sans Mono is inside Typst."""
    return list({font.parent for font in carried_fonts()})


def missing_glyphs(text: str) -> str:
    """The letters of a text that none of the fonts has."""
    # They have all of these; to open them takes a while, and 50 MiB.
    rare = {letter for letter in {*text} - COMMON if not (letter.isascii() or "가" <= letter <= "힣")}
    return "".join(sorted(letter for letter in rare if ord(letter) not in _letters()))


@cache
def _letters() -> frozenset[int]:
    """What NanumGothic has, and DejaVu Sans Mono, which Typst carries and Matplotlib, too."""
    import matplotlib as mpl  # noqa: PLC0415 - only a rare letter asks for what takes 50 MiB
    from matplotlib.ft2font import FT2Font  # noqa: PLC0415 - likewise

    fonts = [*carried_fonts(), Path(mpl.get_data_path(), "fonts", "ttf", "DejaVuSansMono.ttf")]
    return frozenset(letter for font in fonts for letter in FT2Font(font).get_charmap())
