"""The solution as notebooks to hand out after the deadline: the master's texts and answers, run, without any check.

Masters hold public checks only, and these are left out as well; hidden suites are never read here.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import nbformat
from fcnlab.hand_in import cell_id
from nbclient.exceptions import CellExecutionError

from fcnkit.authoring import master_blocks
from fcnkit.authoring.block_complaints import RAISES
from fcnkit.authoring.handout import PYTHON
from fcnkit.authoring.master import AuthoringError, Cell, Master
from fcnkit.authoring.places import read_master
from fcnkit.authoring.run_notebook import run_notebook
from fcnkit.course import Assignment
from fcnkit.grading.profiles import PROFILES
from fcnkit.grading.sandbox.distributions import files_of
from fcnkit.quiz.feature import Feature, feature_of
from fcnkit.text import LANGS, Lang, Text

HEAD = Text(
    ko="> **모범 답안입니다.** 여러 풀이 가운데 하나이며, 다르게 푼 답도 맞을 수 있습니다.",
    en="> **This is a solution**, one of several: yours may differ and be right.",
)
VARIANT = Text(ko="> {number}번 문제지의 답입니다.", en="> These are the answers to variant {number}.")
DIED = Text(
    ko="{path}: {lang} 답을 실행하던 커널이 멈췄습니다. 메모리가 모자라지 않은지 살펴보세요.",
    en="{path}: the kernel that ran the {lang} solution died; see that there is enough memory",
)
_MARK_LINE = re.compile(r"\s*# (?:BEGIN SOLUTION(?: NO PROMPT)?|END SOLUTION)\s*")
_MARK = re.compile(r"\s*#\s?SOLUTION(?: NO PROMPT)?\s*$")
_PROMPT = re.compile(r"^\"\"\"\s*# BEGIN PROMPT\n.*?^\"\"\"\s*# END PROMPT\s*?(?:\n|\Z)", re.DOTALL | re.MULTILINE)


def drawn(assignment: Assignment) -> Mapping[str, Feature | None]:
    """What there are solutions of, by what their files' names say behind the assignment's: one for each variant."""
    variants = feature_of(assignment).variants(None).values()
    return {f"-{number:02}": variant for number, variant in enumerate(variants, 1)} or {"": None}


def count_cells(assignment: Assignment, variant: Feature | None) -> int:
    """How many cells of code are run to write one of `drawn` in both languages."""
    master = read_master(assignment, variant)
    return sum(cell.kind == "code" for lang in LANGS for cell in solution_cells(master, lang))


def write_solution(
    assignment: Assignment, into: Path, number: str, variant: Feature | None, after_cell: Callable[[], object] = str
) -> list[Path]:
    """Write one of `drawn` in both languages, `NN-topic-solution.ko.ipynb` and so on, and return the paths.

    `after_cell` is called each time that a cell of code has run. Raises AuthoringError for a master that cannot be
    built, and where a cell raises; NotInstalled where a package is missing that the students' code may import.
    """
    master = read_master(assignment, variant)
    master_blocks.check(master, assignment.config)
    files_of(PROFILES[assignment.config.profile].distributions)
    written = {}
    for lang in LANGS:
        whose = "" if variant is None else f"\n>\n{VARIANT.format(number=int(number.removeprefix('-')))[lang]}"
        name = f"{assignment.name}{number}-solution.{lang}.ipynb"
        written[into / name] = _executed(assignment, master, lang, f"{HEAD[lang]}{whose}", after_cell)
    into.mkdir(parents=True, exist_ok=True)
    for path, content in written.items():
        path.write_text(content, encoding="utf-8")
    return list(written)


def _executed(assignment: Assignment, master: Master, lang: Lang, head: str, after_cell: Callable[[], object]) -> str:
    cells = list(solution_cells(master, lang))
    notebook = _notebook([("markdown", head), *((cell.kind, cell.source) for cell in cells)])
    try:
        run_notebook(notebook, assignment.course.fcnlab, after_cell)
    except CellExecutionError as error:
        # the last that was run: an error may come without an output
        at = max((at for at, cell in enumerate(notebook.cells) if cell.get("execution_count")), default=1)
        reason = f"{error.ename}: {error.evalue}"
        raise AuthoringError.at(master.path, cells[at - 1].line, RAISES, lang=lang, reason=reason) from error
    except RuntimeError as error:
        raise AuthoringError(DIED, path=master.path, lang=lang) from error
    notebook.metadata = nbformat.from_dict(PYTHON)  # type: ignore[no-untyped-call]  # nbformat has no types
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = [each for each in cell.outputs if each.get("name") != "stderr"]
    return f"{nbformat.writes(notebook)}\n"  # type: ignore[no-untyped-call]  # likewise


def _notebook(cells: Iterable[tuple[str, str]]) -> Any:
    made: list[dict[str, Any]] = [
        {
            "cell_type": kind,
            "source": source,
            "metadata": {},
            "id": cell_id(place, kind, source),
            **({"outputs": [], "execution_count": None} if kind == "code" else {}),
        }
        for place, (kind, source) in enumerate(cells)
    ]
    return nbformat.from_dict({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})  # type: ignore[no-untyped-call]


def solution_cells(master: Master, lang: Lang) -> Iterator[Cell]:
    """One language's texts and answers, without what marks them and without checks."""
    for cell, block in master_blocks.placed(master.cells_in(lang)):
        if block in ("TESTS", "PROMPT"):
            continue
        source = unmarked(cell.source) if cell.kind == "code" else cell.source
        if source.strip():
            yield Cell(cell.kind, source, cell.line, cell.lang, {})


def unmarked(source: str) -> str:
    """An answer as it would be written by hand: Otter's marks and what students start from are gone."""
    lines = (line for line in _PROMPT.sub("", source).splitlines() if not _MARK_LINE.fullmatch(line))
    return _without_blanks("\n".join(_MARK.sub("", line) for line in lines))


def _without_blanks(source: str) -> str:
    """Without `name = ...` where the same cell gives the name its value after that."""
    statements = ast.parse(source).body
    given = [_name(statement) for statement in statements]
    left_out = {
        statement.lineno
        for place, statement in enumerate(statements)
        if given[place] in given[place + 1 :] and isinstance(statement, ast.Assign) and _is_blank(statement.value)
    }
    return "\n".join(line for number, line in enumerate(source.split("\n"), 1) if number not in left_out)


def _name(statement: ast.stmt) -> str | None:
    target = statement.targets[0] if isinstance(statement, ast.Assign) else None
    return target.id if isinstance(target, ast.Name) else None


def _is_blank(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is Ellipsis
