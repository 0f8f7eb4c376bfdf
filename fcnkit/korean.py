"""Korean particles behind what is filled in: 을 or 를, by the last sound of the word before it.

How a number is read decides (3 is 삼, 10 is 십, 0.50 ends with 영), how a Latin letter is called where letters are
spelled out (FCN ends with 엔), and of an English word, as near as a rule can come, how it is written in Hangul.
"""

from __future__ import annotations

import re
import string
from typing import Any

_AFTER_CONSONANT = {
    "을": "를", "은": "는", "이": "가", "과": "와", "으로": "로", "이라": "라", "이나": "나",
}  # fmt: skip
"""What stands after a final consonant → what stands after a vowel."""
_FORMS = {form: pair for pair in _AFTER_CONSONANT.items() for form in pair}

_RIEUL = "ㄹ"
"""The one final consonant after which 으로 is 로."""
_DIGITS = {"0": "ㅇ", "1": _RIEUL, "2": "", "3": "ㅁ", "4": "", "5": "", "6": "ㄱ", "7": _RIEUL, "8": _RIEUL, "9": ""}
_ZEROS = ("", "ㅂ", "ㄱ", "ㄴ", "ㄴ", "ㅂ", "ㄱ", "ㄴ", "ㄱ", "ㅂ", "ㄱ", "ㄴ", "")
"""How a number ends that has so many zeros at its end: 십, 백, 천, 만, 십만, 백만, 천만, 억 … 조."""
_LETTERS = {"l": _RIEUL, "r": _RIEUL, "m": "ㅁ", "n": "ㄴ"}
"""Letters whose names end with a consonant: 엘, 알, 엠, 엔."""
_WORDS = {"FILE": _RIEUL, "NAME": "ㅁ", "FORMAT": "ㅅ"}
"""Capitals that nobody spells out: what stands for a value in a command line."""
_SYMBOLS = {"²": "ㅂ", "³": "ㅂ", "%": ""}
"""제곱, 세제곱, 퍼센트."""
_SEEN = 60
"""Characters at a text's end that are looked at: what has a sound is among them."""
_LAST = r"([0-9,]*[0-9]\.[0-9]+|[0-9,]*[0-9]|[a-z]+|[A-Z][a-z]+|[A-Z]+|[가-힣]|[²³%])[^\w²³%가-힣]*$"
"""Compiled at its first use, as what follows: every command imports this, and few need it."""
_AFTER_A_NUMBER = rf"([0-9][)\]`]*)({'|'.join(_FORMS)})(?=[\s.,?!]|$)"
_ENGLISH = (
    (r"(?:l|le)$", _RIEUL),
    (r"(?:m|me)$", "ㅁ"),
    (r"(?:n|ne)$", "ㄴ"),
    (r"ng$", "ㅇ"),
    (r"(?<![aeiou])[aeiou](?:p|b)$", "ㅂ"),
    (r"(?<![aeiou])[aeiou]t$|(?:put|out)$", "ㅅ"),
    (r"(?<![aeiou])[aeiou](?:k|ck|c)$", "ㄱ"),
)
"""kernel, tuple; same; main, line; padding; step; input; block. Other words end with a vowel: Dense, valid."""


def particle(word: object, form: str) -> str:
    """The form of a particle that stands behind `word`; `form` is either one of it: `particle(5, "을")` is 를.

    Quotation marks, brackets and the marks of code behind the word make no sound. Raises KeyError for no particle.
    """
    after_consonant, after_vowel = _FORMS[form]
    final = _final(str(word))
    if after_consonant == "으로" and final == _RIEUL:
        return after_vowel
    return after_consonant if final else after_vowel


def with_particle(word: object, form: str) -> str:
    """`word` with its particle: `with_particle(5, "을")` is 5를."""
    return f"{word}{particle(word, form)}"


def wrong_particles(text: str) -> list[str]:
    """Numbers with a particle that does not fit, such as 5을, of a whole text."""
    found = [(text[: match.start(2)], match) for match in re.finditer(_AFTER_A_NUMBER, text)]
    return [match[0] for before, match in found if particle(before, match[2]) != match[2]]


class ParticleFormatter(string.Formatter):
    """`str.format` in which a field may ask for a particle.

    `{name:을}` is the value with its particle, `{name:~을}` the particle alone, for behind a closing mark.
    """

    def format_field(self, value: Any, spec: str) -> str:
        """For `string.Formatter`."""
        if spec in _FORMS:
            return with_particle(value, spec)
        if spec.startswith("~") and spec[1:] in _FORMS:
            return particle(value, spec[1:])
        return str(super().format_field(value, spec))


def _final(word: str) -> str:
    """The final consonant of the last sound, "" for a vowel or what cannot be read."""
    found = re.search(_LAST, word[-_SEEN:])
    if found is None:
        return ""
    last = found[1]
    if last in _SYMBOLS:
        return _SYMBOLS[last]
    if "가" <= last <= "힣":
        return _of_syllable(last)
    if last[-1].isdigit():
        return _of_number(last.replace(",", ""))
    if last in _WORDS:
        return _WORDS[last]
    if last.isupper() or len(last) == 1:
        return _LETTERS.get(last[-1].lower(), "")
    return next((final for ending, final in _ENGLISH if re.search(ending, last.lower())), "")


def _of_number(number: str) -> str:
    zeros = len(number) - len(number.rstrip("0"))
    if "." in number or not zeros or not number.strip("0"):
        return _DIGITS[number[-1]]
    return _ZEROS[min(zeros, len(_ZEROS) - 1)]


def _of_syllable(syllable: str) -> str:
    place = (ord(syllable) - ord("가")) % 28
    return "" if place == 0 else _RIEUL if place == 8 else "ㄱ"  # which other one it is does not matter
