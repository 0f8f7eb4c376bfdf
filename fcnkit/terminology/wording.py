"""What people write around a name: “정답은 …”, “A가 아니라 B”, “B (not A)”, “B (what it means)”."""

from __future__ import annotations

import re
from dataclasses import dataclass

_INTRODUCTION = re.compile(
    r"^\s*(?:(?:정답|답|(?:the\s+)?answer)(?:\s*[:은]|\s+is\s)"
    r"|(?:(?:it\s+is|it['’]s)\s+)?(?:stands|short)\s+for\s|it\s+stands\s+for\s|it\s+is\s|it['’]s\s|this\s+is\s"
    r"|i\s+think\s+(?:it\s+is\s|it['’]s\s|of\s)?|제\s*생각에[는]?\s|제\s*생각엔\s|아마도?\s|이것은\s|이건\s)",
    re.IGNORECASE,
)
_KOREAN_IS_NOT = r"(?:아님|아니다|아닙니다|아니에요|아니예요|아녜요|아니야|아닌\s*것)"
_DENIALS = tuple(
    re.compile(rf"^\s*{pattern}\s*$", re.IGNORECASE)
    for pattern in (
        r"(?P<denied>.+?)(?:이|가|은|는)?\s*(?:아니라|아니고|아닌(?![가지])|말고)\s*,?\s*(?P<said>.+)",
        r"not\s+(?P<denied>.+?)\s*,?\s+but\s+(?P<said>.+)",
        rf"(?P<said>.+?)\s*[(\[,]\s*(?P<denied>[^()\[\]]+?)(?:이|가|은|는)?\s*{_KOREAN_IS_NOT}\s*[)\]]?",
        r"(?P<said>.+?)\s*(?:[(\[,]\s*|\s)(?:and\s+)?(?:not|rather\s+than|instead\s+of)\s+"
        r"(?P<denied>[^()\[\]]+?)\s*[)\]]?",
    )
)
_LETTERED = re.compile(r"(?<!\w)(\w)\s*[=:]\s*(?=\1\w)", re.IGNORECASE)
"""What stands before each word where a short form is spelt letter by letter: Y=You, O=Only."""
_THAT_IS = re.compile(
    r"(?<=[,(\[;:=])\s*(?:즉|일명|곧|다시\s*말해서?|다른\s*말로는?|aka|a\.k\.a\.|i\.\s?e\.)\s*,?\s(?=\s*\S)",
    re.IGNORECASE,
)
"""What stands before one more name of the same: 합성곱 신경망(일명 CNN)."""
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_RATIO = re.compile(
    r"(?:\s*(?:[=:,(\[]|(?<=\w)(?:은|는|이?란)(?=\W)|\bis\b))+\s*"
    r"(?P<ratio>TP\s*[/÷]\s*\(?\s*(?:TP\s*\+\s*F[PN]|F[PN]\s*\+\s*TP)\s*\)?"
    r"|(?:intersection|교집합)\s*[/÷]\s*(?:union|합집합))\s*[)\]]*\s*(?:입니다|이다|임)?\W*$",
    re.IGNORECASE,
)
_RATIO_OF = {"fp": "precision", "fn": "recall"}
_DENIED_STILL = re.compile(r"아니|아닌(?![가지])|아님|말고|않|없|못|반대|\b(?:not?|non|never|without)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wording:
    """An answer, taken apart."""

    said: str
    """What stands outside of brackets, or the whole answer where nothing does."""
    glosses: tuple[str, ...]
    """What stands in brackets."""
    denied: str
    """What the answer says that it is not: 바운딩 박스 of “바운딩 박스가 아니라 앵커 박스”; else empty."""
    ratio: str = ""
    """The name of the ratio that stands behind a name: precision of “정밀도 = TP/(TP+FP)”; else empty."""


def take_apart(answer: str) -> Wording:
    """What an answer says, and what stands around it. One that denies twice is left as it is."""
    answer = _THAT_IS.sub(" ", _LETTERED.sub("", _INTRODUCTION.sub("", answer)))
    answer, ratio = _without_ratio(answer)
    denied = ""
    for pattern in _DENIALS:
        found = pattern.match(answer)
        if found and not denies(found["said"]):
            answer, denied = found["said"], found["denied"]
            break
    outside = _BRACKETS.sub(" ", answer)
    if re.search(r"\w", outside):
        return Wording(outside, tuple(_BRACKETS.findall(answer)), denied, ratio)
    return Wording(answer, (), denied, ratio)


def _without_ratio(answer: str) -> tuple[str, str]:
    """An answer without the ratio behind a name, and what that ratio is called."""
    found = _RATIO.search(answer)
    if found is None or not re.search(r"\w", answer[: found.start()]):
        return answer, ""
    missed = re.search(r"f[pn]", found["ratio"].casefold())
    return answer[: found.start()], _RATIO_OF[missed[0]] if missed else "iou"


def denies(text: str) -> bool:
    """Whether a text says that something is not so."""
    return bool(_DENIED_STILL.search(text))


def are_initials(gloss: str, name: str) -> bool:
    """Whether a gloss is a name's initials: ISR of image super-resolution."""
    words = re.findall(r"[A-Za-z]+", name)
    return len(words) > 1 and gloss.strip().casefold() == "".join(word[0] for word in words).casefold()


def is_plural(gloss: str) -> bool:
    """Whether it only says that there may be several: box(es)."""
    return gloss.strip().casefold() in {"s", "es"}
