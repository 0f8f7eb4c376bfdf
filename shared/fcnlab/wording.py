"""The two languages of the labels."""

from typing import Literal

Lang = Literal["ko", "en"]


def say(lang: Lang, *, ko: str, en: str) -> str:
    """The wording in `lang`. Raises ValueError for a language that the package does not speak."""
    if lang not in ("ko", "en"):
        raise ValueError(f'lang is {lang!r}: write lang="ko" or lang="en"')
    return ko if lang == "ko" else en
