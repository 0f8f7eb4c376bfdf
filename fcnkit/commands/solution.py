"""`fcnkit solution`: the solution as executed notebooks, to hand out after the deadline."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from fcnkit.authoring.solution_notebook import count_cells, drawn, write_solution
from fcnkit.commands.console import counting, say, warn
from fcnkit.commands.terminal_lang import detect_lang
from fcnkit.course import Assignment
from fcnkit.text import Text

RUNNING = Text(ko="실행한 셀", en="cells run")
NOT_YET = Text(
    ko="아직 마감({due}) 전입니다. 마감이 지난 뒤에 나누어 주세요.",
    en="It is before the deadline ({due}): hand this out after it.",
)


def solution(assignment: Assignment, out: Path) -> None:
    """Run the solution in both languages, write it into `out` and say where."""
    lang = detect_lang()
    due = assignment.config.due
    if due is not None and due > datetime.now(UTC):
        warn(NOT_YET.format(due=f"{due:%Y-%m-%d %H:%M}")[lang])
    variants = drawn(assignment)
    total = len(variants) * count_cells(assignment, next(iter(variants.values())))
    with counting(total, RUNNING[lang]) as one_more:
        for number, variant in variants.items():
            for path in write_solution(assignment, out, number, variant, one_more):
                say(str(path))
