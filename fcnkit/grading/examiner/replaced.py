"""Notes when a definition that a later cell replaced was the better one. It earns no marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fcnkit.course import AssignmentConfig
from fcnkit.grading.examiner.judged import Judged
from fcnkit.grading.examiner.pytest_plugin import Suite
from fcnkit.grading.examiner.student_fixture import Student
from fcnkit.grading.examiner.variation import Variation
from fcnkit.text import Text

MAX_TRIED = 2
"""Replaced definitions that are judged for one question, the latest first: each costs as much as the first did."""

BETTER = Text(
    ko="{name}: {replaced}번째 셀의 정의가 더 나았습니다. 그 정의라면 {title} 문제에서 {score:g}/{points:g}점입니다. "
    "그 셀의 정의가 점수에 들어가게 하려면 {cell}번째 셀의 정의를 지워 주세요.",
    en="{name}: the definition in cell {replaced} was the better one; with it, {title} would have {score:g} of "
    "{points:g} points. To have it graded, remove the definition in cell {cell}.",
)


def better_definitions(
    config: AssignmentConfig, suite: Suite, student: Student, judged: Mapping[str, Judged]
) -> Iterator[Text]:
    """A note for each question that lost marks and would have more with a definition that was replaced."""
    for question in config.questions:
        first = judged.get(question.id)
        if first is None or first.score == question.points:
            continue
        defined = [(name, student.defined[name]) for name in question.functions if name in student.defined]
        tried = [(name, known, cell) for name, known in defined for cell in reversed(known.replaced)]
        student.set_question(question.id)
        for name, known, replaced in tried[:MAX_TRIED]:
            with student.varied(Variation(chosen={name: replaced})) as varied:
                second = suite.run(varied, question.id)[question.id]
            if second.score > first.score:
                yield BETTER.format(
                    name=name,
                    replaced=replaced,
                    cell=known.cell,
                    title=question.title,
                    score=second.score,
                    points=question.points,
                )
                break
