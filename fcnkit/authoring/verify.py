"""Proves a finished assignment: who should get no marks gets none, who should get all gets all, and every
misconception costs marks and is called by its name.

Each proof is a submission that goes the whole way: sandbox, worker, wire, examiner, hidden suite.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from fcnkit.authoring.quiz_cells import read_answers, read_master
from fcnkit.course import Assignment
from fcnkit.grading.examiner.suite import load_misconceptions
from fcnkit.grading.grade import Engine
from fcnkit.grading.intake import Cell, find, read
from fcnkit.grading.job import Examination
from fcnkit.grading.results import totals
from fcnkit.text import LANGS


@dataclass(frozen=True)
class Proof:
    """One thing that must hold: its subject, the marks it got, and what is wrong with them, if anything."""

    subject: str
    score: float
    complaint: str | None


@dataclass(frozen=True)
class Claim:
    """A submission and what must come of it."""

    subject: str
    cells: tuple[Cell, ...]
    score: float | None
    """None: less than full marks."""
    named: str | None = None
    """The misconception that must be named."""
    answer: str | None = None
    """The function or variable whose question loses marks."""
    variant: str | None = None


def verify(assignment: Assignment, engine: Engine, workers: int) -> Iterator[Proof]:
    """Prove the assignment, one subject at a time, in order."""
    claims = list(claims_of(assignment))
    with ThreadPoolExecutor(workers) as pool:
        examinations = pool.map(lambda claim: engine.examine(claim.cells, claim.variant), claims)
        for claim, examination in zip(claims, examinations, strict=True):
            score, _ = totals(examination.questions)
            yield Proof(claim.subject, score, complaint(claim, examination, assignment))


def claims_of(assignment: Assignment) -> Iterator[Claim]:
    """Everything that must hold of an assignment."""
    code = [cell for cell in read_master(assignment).cells_in("en") if cell.kind == "code"]
    solution = tuple(Cell(number=number, source=cell.source) for number, cell in enumerate(code, 1))
    full = sum(question.points for question in assignment.config.questions if question.rubric is None)
    for lang in LANGS:
        (untouched,) = map(read, find([assignment.handout / f"{assignment.name}.{lang}.ipynb"]))
        yield Claim(f"untouched notebook ({lang})", untouched.cells, score=0, variant=untouched.variant)
    yield Claim("solution", solution, score=full)
    for path in sorted(assignment.alternatives.glob("*.py")):
        yield Claim(f"alternative {path.stem}", (Cell(number=1, source=read_answers(assignment, path)),), score=full)
    for misconception in load_misconceptions(assignment):
        for name, answer in misconception.answers.items():
            mistaken = _rewritten(name, answer) if callable(answer) else _reset(name, answer)
            cells = (*solution, Cell(number=len(solution) + 1, source=mistaken))
            yield Claim(f"misconception {misconception.id} in {name}", cells, None, misconception.id, name)


def _rewritten(function: str, answer: Callable[..., Any]) -> str:
    """Source that redefines `function` as somebody who holds a misconception would write it.

    The answer's whole module is taken, which therefore imports nothing but what students may import.
    """
    source = inspect.getsource(sys.modules[answer.__module__])
    return f"{source}\n\n{function} = {answer.__name__}\n"


def _reset(variable: str, answer: Any) -> str:
    """Source that sets `variable` to what somebody who holds a misconception would; of a dict, the keys that it has."""
    if not isinstance(answer, dict):
        return f"{variable} = {_literal(answer)}\n"
    lines = [f"if {key!r} in {variable}:\n    {variable}[{key!r}] = {_literal(value)}" for key, value in answer.items()]
    return "\n".join(["import numpy as np", *lines])


def _literal(value: Any) -> str:
    """A value, or an array, as a student would type it."""
    return f"np.array({value.tolist()!r}, np.{value.dtype.name})" if isinstance(value, np.ndarray) else repr(value)


def complaint(claim: Claim, examination: Examination, assignment: Assignment) -> str | None:
    """What is wrong with what came of a claim; None where it holds."""
    score, _ = totals(examination.questions)
    if examination.fault is not None:
        return examination.fault
    if claim.score is not None:
        failed = [check for question in examination.questions for check in question.checks if check.outcome != "passed"]
        odd = [q.id for q in examination.questions if q.by_hand and bool(q.by_hand.answer) != bool(claim.score)]
        if odd:
            return f"{', '.join(odd)}: {'no' if claim.score else 'a'} text for grading by hand"
        wanted = f"{claim.score:g} marks expected, {score:g} given"
        first = f"; first: {failed[0].name}: {failed[0].message['en'] if failed[0].message else ''}" if failed else ""
        return None if score == claim.score else wanted + (first if claim.score else "")
    asked = [q for q in examination.questions if claim.answer in _answers(assignment, q.id)]
    if all(question.score == question.max_score for question in asked):
        return "loses no marks on its question"
    named = {misconception.id for question in asked for misconception in question.misconceptions}
    return None if claim.named in named else f"not named; named instead: {', '.join(sorted(named)) or 'none'}"


def _answers(assignment: Assignment, question: str) -> tuple[str, ...]:
    return next(q.functions + q.variables for q in assignment.config.questions if q.id == question)
