"""What stands on every paper and page around the items."""

from __future__ import annotations

from collections.abc import Iterable

from fcnkit.text import Text

LETTERS = "ABCDEFGHIJ"
"""What options are called."""


def paired(pairs: Iterable[tuple[int, int]]) -> str:
    """Pairs in a matching, as keys show them: 1 C, 2 A."""
    return ", ".join(f"{prompt + 1} {LETTERS[option]}" for prompt, option in pairs)


MESSAGES = {
    "name": Text(ko="이름", en="Name"),
    "student_id": Text(ko="학번", en="Student no."),
    "points": Text(ko="{points}점", en="{points} points"),
    "minutes": Text(ko="{minutes}분", en="{minutes} min"),
    "key": Text(ko="정답과 풀이", en="Answers and solutions"),
    "answers": Text(ko="정답", en="Answers"),
    "answer": Text(ko="정답", en="Answer"),
    "solution": Text(ko="풀이", en="Solution"),
    "work": Text(ko="풀이 과정", en="Working"),
    "if_instead": Text(ko="다른 답이 나왔다면", en="If something else came out"),
    "closed": Text(ko="클로즈드 북: 자료를 볼 수 없습니다.", en="Closed book: no notes, no screens."),
    "open": Text(ko="오픈 북: 자료를 보아도 됩니다.", en="Open book: notes are allowed."),
}
