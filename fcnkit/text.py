"""Text for people, always in Korean and English together."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

from fcnkit.korean import ParticleFormatter

Lang = Literal["ko", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)
_FORMATTER = ParticleFormatter()
_ASKS = re.compile(r":~?[가-힣]")
"""What asks for a particle."""


@dataclass(frozen=True, slots=True)
class Text:
    """One message in both languages; `text["ko"]` picks one.

    Raises ValueError when either language is missing, so that no page is ever half translated.
    """

    ko: str
    en: str

    def __post_init__(self) -> None:
        for lang in LANGS:
            if not self[lang].strip():
                raise ValueError(f"text has no {lang!r} version: {self!r}")

    def __getitem__(self, lang: Lang) -> str:
        return self.ko if lang == "ko" else self.en

    def format(self, **values: object) -> Text:
        """Fill `{name}` fields in both languages; a Text value is filled in its own language.

        In Korean `{name:을}` is the value with the particle that it takes, `{name:~을}` the particle alone.
        """
        return Text(
            **{
                lang: _filling(self[lang])(
                    self[lang],
                    **{name: value[lang] if isinstance(value, Text) else value for name, value in values.items()},
                )
                for lang in LANGS
            }
        )


def _filling(text: str) -> Callable[..., str]:
    """`str.format`, which is quicker, where no particle is asked for."""
    return _FORMATTER.format if _ASKS.search(text) else str.format
