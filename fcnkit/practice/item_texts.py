"""What stands on every paper and page around the items."""

from __future__ import annotations

from collections.abc import Iterable

from fcnkit.text import Text

LETTERS = "ABCDEFGHIJ"
"""What options are called."""


def paired(pairs: Iterable[tuple[int, int]]) -> str:
    """Pairs in a matching, as keys show them: 1 C, 2 A."""
    return ", ".join(f"{prompt + 1} {LETTERS[option]}" for prompt, option in pairs)


def points_of(points: float) -> Text:
    """What something is worth."""
    return Text(ko="{points:g}점", en="{points:+point}").format(points=points)


MESSAGES = {
    "name": Text(ko="이름", en="Name"),
    "student_id": Text(ko="학번", en="Student no."),
    "points": Text(ko="{points}점", en="{points:+point}"),
    "minutes": Text(ko="{minutes}분", en="{minutes} min"),
    "key": Text(ko="정답과 풀이", en="Answers and solutions"),
    "answers": Text(ko="정답", en="Answers"),
    "answer": Text(ko="정답", en="Answer"),
    "solution": Text(ko="풀이", en="Solution"),
    "model_answer": Text(ko="모범 답안", en="Model answer"),
    "rubric": Text(ko="채점 기준", en="What it has to say"),
    "misconceptions": Text(ko="흔한 오해", en="Common misconceptions"),
    "by_hand": Text(
        ko="이 답은 자동으로 채점하지 않습니다. 다 쓴 뒤 정답 노트북의 모범 답안과 채점 기준에 견주어 보세요.",
        en="No program checks this answer: compare it with the model answer and the criteria in the key.",
    ),
    "answer_in_words": Text(ko="답", en="Your answer"),
    "write_here": Text(ko="여기에 쓰세요.", en="Write here."),
    "work": Text(ko="풀이 과정", en="Working"),
    "if_instead": Text(ko="다른 답이 나왔다면", en="If something else came out"),
    "right": Text(ko="맞았습니다!", en="Right!"),
    "wrong": Text(ko="아직 아닙니다. 다시 해 보세요.", en="Not yet. Try again."),
    "some": Text(ko="{all}칸 가운데 {right}칸이 맞았습니다.", en="{right} of {all} are right."),
    "closed": Text(ko="클로즈드 북: 자료를 볼 수 없습니다.", en="Closed book: no notes, no screens."),
    "open": Text(ko="오픈 북: 자료를 보아도 됩니다.", en="Open book: notes are allowed."),
}
