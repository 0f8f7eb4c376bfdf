"""What counts as a slip of typing: what fingers and ears do, and not just any other letter."""

from __future__ import annotations

APART = 3
"""Letters between two slips: closer together they make another word rather than a typo."""

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_PLACES = {key: (row, column + row / 2) for row, keys in enumerate(_ROWS) for column, key in enumerate(keys)}
_NEAR = 1.3
"""Widths of a key from one to its neighbours, a row up or down included."""
_SOUNDS = ("aeiouy", "ckq", "csz", "st", "gjz", "mn", "bv", "fp", "lr")
"""Latin letters that stand for much the same sound, to Korean ears too."""
_KOREAN_SOUNDS = ("rz", "ex", "qv", "wc")
"""The same of ㄱ and ㅋ, ㄷ and ㅌ, ㅂ and ㅍ, ㅈ and ㅊ, by their keys; ㄲ has that of ㄱ."""
_ASSIMILATED = "sf"
"""ㄴ and ㄹ by their keys: beside each other they sound alike, so that 온리 is also written 온니."""
_SAME_VOWELS = ("\u1162\u1166", "\u1164\u1168", "\u116a\u116b\u1170")
"""Vowels that sound the same today: ㅐ and ㅔ, ㅒ and ㅖ, ㅙ, ㅚ and ㅞ."""
_CUT = 6
"""Letters of a short Latin word that may lack one, as in strid and achor, or have one vowel for another."""
_UNSTRESSED = ("ae", "eo", "iy")
"""Latin vowels that sound alike where no stress is on them: ancher, trymap."""
_INITIALS = "rrseefaqqttdwwczxvg"
"""The keys, on a Korean keyboard, of the consonants that begin a syllable, in Unicode's order."""
_FINALS = "rrtswgefraqtxvgaqtttdwczxvg"
"""The keys of the consonants that end a syllable, of two the second one's: ㄱ, ㄲ, ㄳ, ㄴ, …"""
_VOWEL = "a"
"""Stands for every vowel of a syllable: they are all alike here."""


def is_slip_of(typed: str, right: str, allowed: int) -> bool:
    """Whether `typed` is `right` but for so many slips: a letter too many, too few, exchanged with its neighbour, or
    taken for one beside it on the keyboard or of a like sound."""
    return _fits(typed, right, allowed, APART)


def is_small_slip_of(typed: str, right: str) -> bool:
    """Whether two neighbouring letters are exchanged, a letter is written as it sounds, or a Latin one behind the first
    is missing, and nothing else: in a short word any other slip makes another word."""
    start = _agreeing(typed, right)
    is_long = right.isascii() and len(right) >= _CUT
    typed, right = typed[start:], right[start:]
    if typed[2:] == right[2:] and _swapped(typed, right):
        return True
    if is_long and start and typed == right[1:]:
        return True
    likes = _same(typed[:1], right[:1], _UNSTRESSED) if is_long and start else _sounds_like(typed[:1], right[:1])
    return typed[1:] == right[1:] and likes


def _fits(typed: str, right: str, allowed: int, run: int) -> bool:
    """`run`: letters since the last slip."""
    start = _agreeing(typed, right)
    typed, right, run = typed[start:], right[start:], run + start
    if not typed and not right:
        return True
    if not allowed or run < APART:
        return False
    rests = [(typed[1:], right), (typed, right[1:])]
    if typed and right and _alike(typed[0], right[0]):
        rests.append((typed[1:], right[1:]))
    if _swapped(typed, right):
        rests.append((typed[2:], right[2:]))
    return any(_fits(one, other, allowed - 1, 0) for one, other in rests if (one, other) != (typed, right))


def _agreeing(typed: str, right: str) -> int:
    """How many letters both begin with."""
    pairs = enumerate(zip(typed, right, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(typed), len(right)))


def _swapped(typed: str, right: str) -> bool:
    return len(typed) > 1 and len(right) > 1 and typed[0] == right[1] and typed[1] == right[0]


def _alike(one: str, other: str) -> bool:
    """Whether one letter is easily taken for the other; of Hangul, a vowel for a vowel and a consonant for one."""
    if _sort(one) != _sort(other):
        return False
    a, b = _key(one), _key(other)
    sounds = _SOUNDS if _sort(one) == "other" else (*_KOREAN_SOUNDS, _ASSIMILATED)
    if a == b or _same(a, b, sounds):
        return True
    if a not in _PLACES or b not in _PLACES:
        return False
    (row, column), (other_row, other_column) = _PLACES[a], _PLACES[b]
    return (row - other_row) ** 2 + (column - other_column) ** 2 <= _NEAR**2


def _sounds_like(one: str, other: str) -> bool:
    """Whether a consonant that begins a syllable of Hangul, or its vowel, sounds much like the other."""
    if not one or not other or _sort(one) != _sort(other):
        return False
    if _sort(one) == "vowel":
        return _same(one, other, _SAME_VOWELS)
    a, b = _key(one), _key(other)
    return _sort(one) == "initial" and (a == b or _same(a, b, _KOREAN_SOUNDS))


def _same(one: str, other: str, groups: tuple[str, ...]) -> bool:
    """Whether two letters, none of them missing, stand in one group."""
    return bool(one and other) and any(one in group and other in group for group in groups)


def _sort(letter: str) -> str:
    """What may stand in a letter's place: Latin ones, and what begins, follows in or ends a syllable of Hangul."""
    code = ord(letter)
    if 0x1100 <= code <= 0x1112:
        return "initial"
    if 0x1161 <= code <= 0x1175:
        return "vowel"
    return "final" if 0x11A8 <= code <= 0x11C2 else "other"


def _key(letter: str) -> str:
    code = ord(letter)
    match _sort(letter):
        case "initial":
            return _INITIALS[code - 0x1100]
        case "vowel":
            return _VOWEL
        case "final":
            return _FINALS[code - 0x11A8]
    return letter
