"""Lets you check your own answers. There is nothing to change here: run this cell and go on."""

import hashlib
import re
import unicodedata
from typing import Any


class SelfCheck:
    """Compares answers with hashes of the right ones, and of those that well-known mistakes lead to."""

    def __init__(self, salt: str, questions: dict[str, Any], words: dict[str, str]) -> None:
        self.salt, self.questions, self.words = salt, questions, words

    def check(self, number: int, answer: Any) -> None:
        """Say whether the answer to a question is right."""
        question = self.questions[str(number)]
        gaps = question["gaps"]
        parts = parted(answer, len(gaps))
        if any(each is ... for part in parts for each in flat(part)):
            print(self.words["unanswered"])
            return
        pairs = zip(parts, gaps, strict=False)  # a list of the wrong length is wrong, but no error
        right = [self.hash(number, place, part) in gap for place, (part, gap) in enumerate(pairs)]
        if len(parts) == len(gaps) and all(right):
            print(self.words["right"])
            return
        print(self.words["some" if len(gaps) > 1 else "wrong"].format(right=sum(right), all=len(gaps)))
        if any(right) and len(parts) == len(gaps):
            again = [name for name, is_right in zip(question["names"], right, strict=True) if not is_right]
            print(self.words["again"].format(gaps=", ".join(again)))
        given = [self.hash(number, "all", *parts), *(self.hash(number, *part) for part in enumerate(parts))]
        for why in dict.fromkeys(question["mistakes"][each] for each in given if each in question["mistakes"]):
            print(why)

    def hash(self, number: int, place: int | str, *parts: Any) -> str:
        """What is stored of an answer, or of one part of it."""
        text = "|".join(map(spelled, parts))
        return hashlib.sha256(f"{self.salt}:{number}:{place}:{text}".encode()).hexdigest()[:16]


def parted(answer: Any, gaps: int) -> list[Any]:
    """An answer's parts, one for each gap where it has as many: lists, tuples and arrays are the same."""
    answer = listed(answer)
    if gaps == 1:
        return [answer]
    return answer if isinstance(answer, list) and len(answer) == gaps else flat(answer)


def listed(answer: Any) -> Any:
    """Tuples and arrays as lists, however deep."""
    if hasattr(answer, "tolist"):
        answer = answer.tolist()
    return [listed(part) for part in answer] if isinstance(answer, list | tuple) else answer


def flat(answer: Any) -> list[Any]:
    """The parts of an answer that is a list of lists, row by row."""
    return [part for each in answer for part in flat(each)] if isinstance(answer, list) else [answer]


def spelled(part: Any) -> str:
    """One part of an answer, whatever way it was written."""
    if isinstance(part, list | tuple):
        return ",".join(spelled(each) for each in part)
    text = f"{part:.10g}" if isinstance(part, (int, float)) else str(part)
    text = unicodedata.normalize("NFKC", text).replace("−", "-")  # full-width digits, Hangul in pieces
    text = re.sub(r"(?<=[^\W\d])-(?=[^\W\d])", "", text)  # a hyphen; elsewhere it is a minus
    numbers = re.sub(r"[()\[\]]|(np\.)?array", "", text).strip().rstrip(",")
    if re.fullmatch(r"[+-]?[\d.]+(\s*[\s,x×X]\s*[+-]?[\d.]+)*", numbers):  # a number or a shape
        text = numbers.replace("+", "")
        text = re.sub(r"\.(?!\d)", "", re.sub(r"(\.\d*?)0+(?!\d)", r"\1", text))  # 60.0 and 6.50
        text = re.sub(r"(?<!\d)\.(?=\d)", "0.", text)  # .5
        text = re.sub(r"(?<=\d)[\s,x×X]+(?=[-\d])", ",", text)
    return "".join(text.split()).casefold()
