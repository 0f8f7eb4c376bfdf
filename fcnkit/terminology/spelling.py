"""When two spellings of a term are the same: case, spaces, hyphens and Unicode forms do not count."""

from __future__ import annotations

import re
from functools import lru_cache

from fcnkit.unicode import normalised

_TIMES = str.maketrans({"×": "x", "✕": "x", "✖": "x"})
_ENDING = re.compile(
    r"(?<=\w)(의(약자|약칭|줄임말|준말))?(이?라는(뜻|말|것|용어))?"
    r"(입니다|이에요|예요|에요|이다|이?요|임|(인것|일것|인거|일거)?같(다|아요|습니다)|인?듯(하다|합니다|해요)?"
    r"|이?죠|이?지요|이네요|인가요|아닌가요|(이?라고|으?로)(생각|알고있)(합니다|해요|한다|함|습니다|어요|음)"
    r"|이?라고(합니다|해요|한다|부릅니다|불러요|부른다|부름)|(?<=[가-힣])다)?$"
)
"""What Korean puts behind a word: “FCN입니다” means “FCN”, and so do “FCN이다”, “FCN의 약자” and “FCN 같아요”."""
_PLURAL = re.compile(r"(?<=[a-z]{3})s$")
_BY = re.compile(r"(?<=\d)\s*[*X]\s*(?=\d)", re.IGNORECASE)
"""What stands between two sides: 1*1 and 1 X 1 mean 1×1."""
_ARTICLE = re.compile(r"^(an?|the)\s+(?=\w)")


def normalise(text: str) -> str:
    """The spelling with everything taken away that does not count; empty when nothing is left.

    Compatibility forms are folded (full-width letters, composed and decomposed Hangul, × as x), and so are case,
    spaces, hyphens and other punctuation, an English article in front, an English plural and a Korean ending behind.
    """
    return _PLURAL.sub("", word(text))


@lru_cache(1024)  # an answer's parts are looked at in many ways
def word(text: str) -> str:
    """As `normalise`, but the plural stays."""
    folded = normalised("NFKC", text).translate(_TIMES).casefold().strip().replace("++", "plusplus")
    joined = re.sub(r"[\W_]+", "", _ARTICLE.sub("", _BY.sub("x", folded)))
    return _ENDING.sub("", joined)


def letters(spelling: str) -> str:
    """A normalised spelling letter by letter: Hangul syllables as the letters that are typed, 곱 as ㄱ, ㅗ and ㅂ."""
    return normalised("NFD", spelling)


def is_korean(text: str) -> bool:
    """Whether there is Hangul in it."""
    return bool(re.search(r"[가-힣]", normalised("NFC", text)))
