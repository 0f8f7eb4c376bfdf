"""Fonts for our labels only: nothing global in Matplotlib's settings is touched."""

from __future__ import annotations

import warnings
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from fcnlab.wording import Lang

LATIN = "DejaVu Sans"
"""Comes with Matplotlib; has the minus sign and the symbols that Korean fonts lack."""
KOREAN_SYSTEM_FONTS = (
    "NanumGothic",
    "Malgun Gothic",
    "Apple SD Gothic Neo",
    "AppleGothic",
    "Noto Sans CJK KR",
    "Noto Sans KR",
)


def families(lang: Lang) -> list[str]:
    """Font families for `lang`, best first; Matplotlib takes each missing glyph from the next one."""
    korean = _korean_family() if lang == "ko" else None
    return [korean, LATIN] if korean else [LATIN]


@cache
def _korean_family() -> str | None:
    """A Korean font: the one that koreanize-matplotlib carries, else one of this machine's.

    Warns once, saying what to install, when there is neither.
    """
    from matplotlib import font_manager  # noqa: PLC0415 - where the fonts lie is asked without Matplotlib, too

    carried = carried_fonts()
    for path in carried:
        font_manager.fontManager.addfont(path)
    if carried:
        return font_manager.FontProperties(fname=carried[0]).get_name()
    installed = set(font_manager.get_font_names())
    for family in KOREAN_SYSTEM_FONTS:
        if family in installed:
            return family
    warnings.warn(
        "한글 글꼴이 없어 그림 속 한글이 네모로 보일 수 있습니다. pip install koreanize-matplotlib 후 다시 실행하세요. "
        "(No Korean font found: install koreanize-matplotlib.)",
        stacklevel=2,
    )
    return None


def carried_fonts() -> list[Path]:
    """NanumGothic inside koreanize-matplotlib, which is found but not imported; none where it is not installed.

    Its import needs distutils, which Python 3.12 no longer has.
    """
    spec = find_spec("koreanize_matplotlib")
    folders = spec.submodule_search_locations if spec else None
    paths = [
        Path(folder, "fonts", name) for folder in folders or () for name in ("NanumGothic.ttf", "NanumGothicBold.ttf")
    ]
    return [path for path in paths if path.is_file()]
