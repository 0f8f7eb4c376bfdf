"""Proves a finished assignment: who should get no marks gets none, who should get all gets all, and every
misconception costs marks, is called by its name alone and costs no other question's marks: the solution's later
questions, which call earlier functions, keep theirs. Where a later question is wrong as well, right earlier ones do not
rescue it.

Each proof is a submission that goes the whole way: sandbox, worker, wire, examiner, hidden suite.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from fcnkit.authoring import master_blocks
from fcnkit.authoring import verification_texts as said
from fcnkit.authoring.confusion_matrix import confusions
from fcnkit.authoring.places import read_answers, read_master
from fcnkit.class_grading.run import Engine
from fcnkit.course import Assignment, ScoreSheet
from fcnkit.grading.examiner.suite_loading import load_misconceptions
from fcnkit.grading.intake import Cell, find, handed_out, read
from fcnkit.grading.messages import Examination, Job
from fcnkit.grading.results import totals
from fcnkit.text import LANGS, NONE, Text, joined, same


@dataclass(frozen=True)
class ExpectationResult:
    """One thing that must hold: its subject, the marks it got, if any, and what is wrong, if anything."""

    subject: Text
    score: float | None
    mismatch: Text | None


@dataclass(frozen=True)
class Expectation:
    """A submission and what must come of it."""

    subject: Text
    cells: tuple[Cell, ...]
    score: float | None
    """None: less than full marks."""
    named: str | None = None
    """The misconception that must be named."""
    answer: str | None = None
    """The function or variable whose question loses marks."""
    variant: str | None = None
    also_wrong: tuple[str, ...] = ()
    """Functions of earlier questions that are wrong, too."""


def verify(assignment: Assignment, engine: Engine, workers: int) -> Iterator[ExpectationResult]:
    """Prove the assignment, one subject at a time, in order."""
    claims, handout = list(expectations_of(assignment)), handed_out(assignment)
    with ThreadPoolExecutor(workers) as pool:
        jobs = [Job(cells=handout.marked(claim.cells), variant=claim.variant) for claim in claims]
        examinations = pool.map(engine.examine, jobs)
        for claim, examination in zip(claims, examinations, strict=True):
            score, _ = totals(examination.questions)
            yield ExpectationResult(claim.subject, score, mismatch(claim, examination, assignment.scores))
    confused = confusions(assignment)
    yield ExpectationResult(said.NO_CONFUSION, None, joined(confused) if confused else None)


def expectations_of(assignment: Assignment) -> Iterator[Expectation]:
    """Everything that must hold of an assignment."""
    code = master_blocks.without_checks(read_master(assignment).cells_in("en"))
    solution = tuple(Cell(number=number, source=source) for number, source in enumerate(code, 1))
    full = assignment.scores.automatic
    for lang in LANGS:
        (untouched,) = map(read, find([assignment.paths.handout / f"{assignment.name}.{lang}.ipynb"]))
        yield Expectation(said.UNTOUCHED.format(lang=lang), untouched.cells, score=0, variant=untouched.variant)
    yield Expectation(said.SOLUTION, solution, score=full)
    for path in sorted(assignment.paths.alternatives.glob("*.py")):
        cells = _whole(read_answers(assignment, path), solution, assignment.scores)
        yield Expectation(said.ALTERNATIVE.format(name=path.stem), cells, score=full)
    for misconception in load_misconceptions(assignment.paths.suite):
        for name, answer in misconception.all_answers():
            mistaken = _rewritten(name, answer) if callable(answer) else _reset(name, answer)
            cells = (*solution, Cell(number=len(solution) + 1, source=mistaken))
            yield Expectation(
                said.MISCONCEPTION.format(id=misconception.id, name=name), cells, None, misconception.id, name
            )
    yield from _wrong_throughout(assignment, solution)


def _whole(alternative: str, solution: tuple[Cell, ...], scores: ScoreSheet) -> tuple[Cell, ...]:
    """The cells of an alternative. What it does not answer, it leaves to the solution, which then runs before it."""
    asked = {name for names in scores.names.values() for name in names}
    if asked <= _top_level_names(alternative):
        return (Cell(number=1, source=alternative),)
    return (*solution, Cell(number=len(solution) + 1, source=alternative))


def _top_level_names(source: str) -> set[str]:
    """What a module defines or sets, as far as its source says so plainly."""
    found: set[str] = set()
    for statement in ast.parse(source).body:
        if isinstance(statement, ast.FunctionDef):
            found.add(statement.name)
        if isinstance(statement, ast.Assign):
            found |= {target.id for target in statement.targets if isinstance(target, ast.Name)}
    return found


def _wrong_throughout(assignment: Assignment, solution: tuple[Cell, ...]) -> Iterator[Expectation]:
    """For each question with functions before it: it is wrong, and so are all of them, which it calls."""
    mistakes = {
        name: (misconception.id, answer)
        for misconception in reversed(
            load_misconceptions(assignment.paths.suite)
        )  # of several about a function the first stays
        for name, answer in misconception.answers.items()
        if callable(answer)
    }
    sources = list(solution)
    wrong: list[str] = []
    for question in assignment.config.questions:
        name = next((each for each in question.functions if each in mistakes), None)
        if name is None:
            continue
        id, answer = mistakes[name]
        sources.append(Cell(number=len(sources) + 1, source=_rewritten(name, answer)))
        if wrong:
            cells = (*sources, Cell(number=len(sources) + 1, source=_calling(name, wrong)))
            yield Expectation(said.ALL_WRONG.format(id=id, name=name), cells, None, id, name, None, tuple(wrong))
        wrong.append(name)


def _rewritten(function: str, answer: Callable[..., Any]) -> str:
    """Source that redefines `function` as somebody who holds a misconception would write it.

    The answer's whole module is taken, which therefore imports nothing but what students may import.
    """
    source = inspect.getsource(sys.modules[answer.__module__])
    return f"{source}\n\n{function} = {answer.__name__}\n"


def _calling(function: str, others: Sequence[str]) -> str:
    """Source that has `function` call the others, with arguments that mean nothing, before it does what it did."""
    lines = [f"_mistaken = {function}", f"def {function}(*args, **kwargs):"]
    lines += [f"    try:\n        {other}()\n    except Exception:\n        pass" for other in others]
    return "\n".join([*lines, "    return _mistaken(*args, **kwargs)\n"])


def _reset(variable: str, answer: Any) -> str:
    """Source that assigns the misconception's value to `variable`; for a dict, only its existing keys."""
    if not isinstance(answer, dict):
        return f"{variable} = {_literal(answer)}\n"
    lines = [f"if {key!r} in {variable}:\n    {variable}[{key!r}] = {_literal(value)}" for key, value in answer.items()]
    return "\n".join(["import numpy as np", *lines])


def _literal(value: Any) -> str:
    """A value, or an array, as a student would type it."""
    return f"np.array({value.tolist()!r}, np.{value.dtype.name})" if isinstance(value, np.ndarray) else repr(value)


def mismatch(claim: Expectation, examination: Examination, scores: ScoreSheet) -> Text | None:
    """Describes how a result departs from its expectation; None if it meets it."""
    score, _ = totals(examination.questions)
    if examination.fault is not None:
        return same(examination.fault)
    if claim.score is not None:
        failed = [check for question in examination.questions for check in question.checks if check.outcome != "passed"]
        odd = [q.id for q in examination.questions if q.by_hand and bool(q.by_hand.answer) != bool(claim.score)]
        if odd:
            return (said.NO_ESSAY if claim.score else said.AN_ESSAY).format(questions=", ".join(odd))
        if score == claim.score:
            return None
        what = said.OTHER_MARKS.format(wanted=claim.score, given=score)
        if not failed or not claim.score:
            return what
        return said.FIRST.format(what=what, check=failed[0].name, message=failed[0].message or "")
    asked = [q for q in examination.questions if claim.answer in scores.names[q.id]]
    if not asked:
        names = ", ".join(name for question in examination.questions for name in scores.names[question.id])
        return said.ASKED_NOWHERE.format(answer=claim.answer, names=names)
    if all(question.score == question.max_score for question in asked):
        return said.LOSES_NOTHING
    named = {misconception.id for question in asked for misconception in question.misconceptions}
    if claim.named not in named:
        return said.NOT_NAMED.format(names=", ".join(sorted(named)) or NONE)
    if len(named) > 1:
        return said.NAMED_TOO.format(names=", ".join(sorted(named - {claim.named})))
    return _costs_twice(claim, examination, scores)


def _costs_twice(claim: Expectation, examination: Examination, scores: ScoreSheet) -> Text | None:
    """Whether a mistake in a function costs marks in other questions, or is taken back by what they get right."""
    if claim.also_wrong:
        rescued = [q.id for q in examination.questions if q.carried and claim.answer in scores.names[q.id]]
        functions = ", ".join(claim.also_wrong)
        return said.RESCUED.format(question=rescued[0], functions=functions) if rescued else None
    known = {name for question in scores.questions for name in question.functions}
    lost = [
        q.id
        for q in examination.questions
        if q.score not in (q.max_score, None) and claim.answer not in scores.names[q.id]
    ]
    return said.COSTS_TWICE.format(questions=", ".join(lost)) if lost and claim.answer in known else None
