"""What graders say of one answer beside right ones."""

from __future__ import annotations

from fcnkit.engines.local import LocalEngine
from fcnkit.grading.intake import Cell
from fcnkit.grading.messages import Job
from fcnkit.grading.results import QuestionResult


def examined(engine: LocalEngine, right: str, more: str) -> dict[str, QuestionResult]:
    """By question. All is one cell: an answer that a later cell replaces would be judged as well."""
    examination = engine.examine(Job(cells=[Cell(1, f"{right}\n\n{more}")]))
    assert examination.fault is None
    assert examination.cell_errors == ()
    return {question.id: question for question in examination.questions}
