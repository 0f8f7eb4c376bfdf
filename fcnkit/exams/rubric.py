"""The rubric: what each question earns, and what part of it an answer that is right in parts."""

from __future__ import annotations

from collections.abc import Iterator

from fcnkit.exams.marking import STEP, earned
from fcnkit.exams.record import Exam, Form, Question
from fcnkit.spreadsheet import as_csv
from fcnkit.text import Lang, Text, joined

COLUMNS = ("form", "question", "item", "topic", "points", "key", "rule")
WHOLE = Text(ko="맞으면 {points}점", en="{points} if right")
PARTS = Text(
    ko="맞은 칸 수에 따라 {step:g}점 단위로: {steps}",
    en="by how many parts are right, in steps of {step:g}: {steps}",
)
STEP_OF = Text(ko="{right}개 {points:g}점", en="{right}: {points:g}")
CRITERION = Text(ko="{text} ({points})", en="{text} ({points})")
"""As the review page reads it, which makes a button of each."""
BY_HAND = Text(ko="사람이 0~{points}점을 줍니다", en="a person gives 0 to {points}")


def rubric_csv(exam: Exam, lang: Lang) -> str:
    """A row for each question of each form."""
    return as_csv(COLUMNS, (row for form in exam.forms for row in _rows(form, lang)))


def _rows(form: Form, lang: Lang) -> Iterator[tuple[str | float, ...]]:
    for question in form.questions:
        read = " | ".join(f"{mark.name} {mark.key}".strip() for mark in question.marks)
        key = read if question.explained is None else question.explained.model[lang]
        yield (
            form.name,
            question.number,
            question.item,
            question.title[lang].partition(" · ")[0],
            question.points,
            key,
            rule(question)[lang],
        )


def rule(question: Question) -> Text:
    """How the question's points are given."""
    if question.explained is not None:
        return joined(
            [CRITERION.format(text=each.text, points=f"{each.points:g}") for each in question.explained.criteria], "\n"
        )
    if question.is_written:
        return BY_HAND.format(points=question.points)
    count = len(question.marks)
    if count == 1:
        return WHOLE.format(points=question.points)
    steps = {earned(question, right): right for right in range(count, 0, -1) if earned(question, right)}
    listed = [STEP_OF.format(right=right, points=points) for points, right in sorted(steps.items())]
    return PARTS.format(
        step=STEP,
        steps=Text(ko=", ".join(each.ko for each in listed) or "0", en=", ".join(each.en for each in listed) or "0"),
    )
