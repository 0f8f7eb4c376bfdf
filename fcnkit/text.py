"""Text for people, always in Korean and English together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from fcnkit.korean import ParticleFormatter

Lang = Literal["ko", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)
_ASKS = re.compile(r":(?:~?[가-힣]|\+[a-z])")
"""What asks for a particle, or for a noun in the plural."""


@dataclass(frozen=True, slots=True)
class Text:
    """One message in both languages; `text["ko"]` picks one.

    Raises BadValue when either language is missing, so that no page is ever half translated.
    """

    ko: str
    en: str

    def __post_init__(self) -> None:
        for lang in LANGS:
            if not self[lang].strip():
                raise BadValue(_HALF, lang=lang)

    def __getitem__(self, lang: Lang) -> str:
        if lang not in LANGS:  # else `in` and `for`, which ask for 0, 1, …, would never end
            raise KeyError(lang)
        return self.ko if lang == "ko" else self.en

    def format(self, **values: object) -> Text:
        """Fill `{name}` fields in both languages; a Text value is filled in its own language.

        In Korean `{name:을}` is the value with the particle that it takes, `{name:~을}` the particle alone. In English
        `{count:+point}` is 1 point, 0.5 points, 1,000 points.
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


class _Formatter(ParticleFormatter):
    def format_field(self, value: Any, spec: str) -> str:
        """For `string.Formatter`."""
        if not spec.startswith("+"):
            return super().format_field(value, spec)
        count = f"{value:g}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else str(value)
        return f"{count} {spec[1:]}{'' if count == '1' else 's'}"


_FORMATTER = _Formatter()


def _filling(text: str) -> Callable[..., str]:
    """`str.format`, which is quicker, where neither particle nor plural is asked for."""
    return _FORMATTER.format if _ASKS.search(text) else str.format


def same(text: object) -> Text:
    """What reads the same in both languages, such as a name."""
    return Text(ko=str(text), en=str(text))


def joined(texts: Iterable[Text], between: str = "; ") -> Text:
    """Several texts as one, each language's own together."""
    texts = list(texts)
    return Text(ko=between.join(text.ko for text in texts), en=between.join(text.en for text in texts))


NONE = Text(ko="없음", en="none")
"""What stands where a list has nothing in it."""

AT = Text(ko="{place}: {what}", en="{place}: {what}")
"""A complaint behind the place that it is about."""


def place(path: Path | str, line: int) -> Text:
    """Where something stands in a file."""
    return Text(ko=f"{path} {line}번째 줄", en=f"{path}, line {line}")


class BadValue(ValueError):
    """A value that cannot be used: what is wrong with it, and what to write instead."""

    def __init__(self, text: Text, /, **values: object) -> None:
        """`values` fill the text's fields; without any, the text is taken as it is."""
        self.text = text.format(**values) if values else text
        super().__init__(self.text)

    def __str__(self) -> str:
        return self.text.en


_HALF = Text(
    ko="{lang!r} 글이 없습니다. 한국어(ko)와 영어(en)를 모두 쓰세요.",
    en="text has no {lang!r} version; write both, ko and en",
)
