"""Marks are those of the whole notebook, where cells that only show something are passed over."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import chain, islice
from pathlib import Path

import pytest
from graders import Graders
from proof import IS_FULL

from fcnkit.authoring.verification import expectations_of
from fcnkit.course import Assignment, Course
from fcnkit.grading.examiner import shown_cells
from fcnkit.grading.examiner.shown_cells import cells_to_run
from fcnkit.grading.intake import Cell, find, handed_out, read, select
from fcnkit.grading.messages import Examination, Job

ROOT = Path(__file__).resolve().parents[2]
MUTATED = {"01": 150, "02": 150, "03": 10, "04": 150, "06": 40}
_CALLS = "return _f(*args, **more)"
KEPT = (
    f"_n = 0\n_f = {{f}}\ndef {{f}}(*args, **more):\n    global _n\n    _n += 1\n    {_CALLS} if _n > 2 else None",
    f"_f = {{f}}\ndef {{f}}(*args, _n=[], **more):\n    _n.append(1)\n    {_CALLS} if len(_n) < 3 else None",
    f"_f = {{f}}\n_left = iter([0, 0])\ndef {{f}}(*args, **more):\n    {_CALLS} if next(_left, 1) else None",
    f"import random\nrandom.seed(3)\n_f = {{f}}\ndef {{f}}(*args, **more):\n    {_CALLS} if random.random() < 2 else 0",
    f"_f = {{f}}\ndef {{f}}(*args, **more):\n    {{name}}\n    {_CALLS}",
    f"_f = {{f}}\ndef {{f}}(*args, **more):\n    {_CALLS} if '{{name}}' in globals() else None",
    f"{{f}}.calls = 0\n_f = {{f}}\ndef {{f}}(*args, **more):\n    _f.calls += 1\n    {_CALLS}",
    *("{name} = 3", "del {name}", "print({name})", "{f} = {f}", "1 / 0", "def {f}(", "x = [{name} for _ in '12']"),
)
"""What is put between cells: answers that keep something or read what cells that show leave, and other lines."""


def _notebooks(assignment: Assignment) -> tuple[list[tuple[Cell, ...]], ...]:
    """The cells, with their origins, of all examples, of all alternatives and misconceptions, and of mutated ones."""
    handout = handed_out(assignment)
    examples = [select(read(found), handout).cells for found in find([ROOT / "examples" / assignment.name])]
    claims = [handout.marked(claim.cells) for claim in expectations_of(assignment)]
    draw = random.Random(f"mutated {assignment.name}")
    mutated = [_mutated(claims[2], assignment, draw) for _ in range(MUTATED[assignment.name[:2]])]
    return examples, claims, mutated


def _mutated(cells: tuple[Cell, ...], assignment: Assignment, draw: random.Random) -> tuple[Cell, ...]:
    functions = [name for question in assignment.config.questions for name in question.functions]
    shown = [line.split(" = ")[0] for cell in cells if cell.origin == "shown" for line in cell.source.splitlines()]
    names = [name for name in shown if name.isidentifier()] or ["sizes"]
    order = list(cells)
    for _ in range(draw.randint(1, 4)):
        at, how = draw.randrange(len(order)), draw.random()
        if how < 0.6:
            order.insert(at, Cell(0, draw.choice(KEPT).format(f=draw.choice(functions), name=draw.choice(names))))
        elif how < 0.7:
            order.insert(at, order[draw.randrange(len(order))])
        elif how < 0.85:
            order[at] = Cell(0, f"{order[at].source} ")
        else:
            del order[at]
    return tuple(replace(cell, number=number) for number, cell in enumerate(order, 1))


def _marks(examination: Examination) -> list[object]:
    assert examination.fault is None
    return [
        (question.id, question.score, [(check.name, check.outcome, check.misconception) for check in question.checks])
        for question in examination.questions
    ]


TRIED = (0, 2, 2)
"""Of each kind, in `make test`: none that never ends."""
SLOW = {"03": slice(1, 2), "06": slice(1, 3)}
"""Where one notebook takes seconds: kinds that `make test` tries."""


def _tried(notebooks: list[tuple[Cell, ...]], which: int, asked: set[str]) -> Iterable[tuple[Cell, ...]]:
    """One of those with a cell that is passed over, and all of them in `make prove`."""
    passing = (cells for cells in notebooks if len(cells_to_run(cells, asked)) < len(cells))
    return passing if IS_FULL else [next(islice(passing, which, None))]


PARTS = {"03": 3, "06": 2} if IS_FULL else {}
"""Where all notebooks take many minutes, into how many tests they are dealt out, each with graders of its own."""
NUMBERS = [(number, part) for number in MUTATED for part in range(PARTS.get(number, 1))]
BY_GRADER = [
    pytest.param(number, part, marks=pytest.mark.xdist_group(f"graders of {number}{f', {part}' if part else ''}"))
    for number, part in NUMBERS
]


@pytest.mark.parametrize(("number", "part"), BY_GRADER)
def test_marks_are_those_of_the_whole_notebook(
    number: str, part: int, graders: Graders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shown_cells, "statements", cache(shown_cells.statements))  # hundreds of notebooks share cells
    assignment, engine = Course(ROOT).assignment(number), graders(number)
    asked = {name for question in assignment.config.questions for name in (*question.functions, *question.variables)}
    kinds = list(zip(_notebooks(assignment), TRIED, strict=True))
    kinds = kinds if IS_FULL else kinds[SLOW.get(number, slice(None))]
    tried = chain.from_iterable(_tried(kind, which, asked) for kind, which in kinds)
    for cells in islice(tried, part, None, PARTS.get(number, 1)):
        whole = [replace(cell, origin="student") for cell in cells]
        seed = "" if IS_FULL else number
        passed, all_run = (_marks(engine.examine(Job(cells=each, seed=seed))) for each in (cells, whole))
        assert passed == all_run, "\n# ---\n".join(cell.source for cell in cells)
