"""Makes three questions on a student's own code, and their keys by running it where submissions run.

Only public inputs are called. Altered copies of the notebook run in processes of their own, under the same limits: a
key is what such a run gave, and nothing of it is evaluated here.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random
from typing import Any

import numpy as np

from fcnkit.allowances import Limits
from fcnkit.course import Assignment
from fcnkit.grading.cell import Cell
from fcnkit.grading.examiner.account import Account
from fcnkit.grading.examiner.alterations import Alteration, alterations, own_code
from fcnkit.grading.examiner.bound_names import Defined
from fcnkit.grading.examiner.check import Case, Function
from fcnkit.grading.examiner.examine import cells_run
from fcnkit.grading.examiner.formatting import format_call, format_value
from fcnkit.grading.examiner.public_inputs import is_plain
from fcnkit.grading.examiner.pytest_plugin import Suite
from fcnkit.grading.examiner.replies import Raise, Reply, Value, left_by
from fcnkit.grading.examiner.session import Session
from fcnkit.grading.examiner.source import read_source
from fcnkit.grading.messages import Examination, Job
from fcnkit.grading.own_code import CallOutcome, Change, OwnCode, OwnQuestion
from fcnkit.grading.profiles import PROFILES
from fcnkit.grading.protocol import Model, Opaque, RefusedValue

QUESTIONS = 3
_OPTIONS = 3
"""Changes of which one is right."""
_TRIED = 8
"""Altered copies of a function that are run at most: each runs the notebook anew."""
_LONGEST_CALL = 200
_LONGEST_VALUE = 160
_MOST_NUMBERS = 16
"""Numbers of an array that is asked for number by number; of a larger one the shape is asked for."""


@dataclass(frozen=True, eq=False)
class _Known:
    """A function of the student's, a public call of it, and the result."""

    function: Function
    case: Case
    code: OwnCode
    cell: Cell
    outcome: CallOutcome

    def question(self, **what: object) -> OwnQuestion:
        call = format_call(self.function.name, self.case)
        return OwnQuestion.model_validate({"code": self.code, "call": call, "before": self.outcome, **what})


class Runs:
    """Runs of one notebook and of altered copies of it, all on one account."""

    def __init__(self, job: Job, assignment: Assignment, workers: socket.socket, account: Account) -> None:
        config = assignment.config
        self.cells = cells_run(job.cells, config)
        self.questions = {name: question.id for question in config.questions for name in question.functions}
        self._config, self._workers = config, workers
        self._modules = read_source(job.cells).among(PROFILES[config.profile].lazy_imports)
        self._account = account
        self._session = self._open(self.cells)

    def _open(self, cells: Sequence[Cell]) -> Session:
        return Session(self._workers, cells, self._account, self._modules, self._config.questions)

    def call(self, function: Function, case: Case) -> CallOutcome | None:
        """What the notebook's own function gives."""
        return self._call(self._session, function, case)

    def call_altered(self, alteration: Alteration, function: Function, case: Case) -> CallOutcome | None:
        """What the function gives where this is altered."""
        changed = alteration.cell
        session = self._open([changed if each.number == changed.number else each for each in self.cells])
        try:
            return self._call(session, function, case)
        finally:
            session.close()

    @property
    def defined(self) -> Mapping[str, Defined]:
        return self._session.defined

    def close(self) -> None:
        self._session.close()
        self._account.close()

    def _call(self, session: Session, function: Function, case: Case) -> CallOutcome | None:
        session.turn_to(self.questions.get(function.name, ""))
        reply = session.call(function.name, case.args, case.kwargs, left=function.in_place)
        return outcome_of(reply, in_place=function.in_place)


def interview(
    job: Job, assignment: Assignment, suite: Suite, workers: socket.socket, open_account: Callable[[Limits], Account]
) -> Examination:
    """Up to three questions, drawn by `job.interview`; fewer where little of the code can be asked about.

    Raises OSError or Closed when the grader itself fails.
    """
    runs = Runs(job, assignment, workers, open_account(assignment.config.limits))
    try:
        functions = {function.name: function for function in suite.functions()}
        wanted = [functions[name] for name in runs.questions if name in functions]
        asked = list(questions_on(runs, wanted, suite.public_cases, Random(job.interview)))
    finally:
        runs.close()
    return Examination(interview=tuple(asked))


def questions_on(
    runs: Runs, functions: Sequence[Function], public: Mapping[str, Sequence[Case]], random: Random
) -> Iterator[OwnQuestion]:
    """Values, a change to foresee and a change to find, as far as the code allows; functions take turns."""
    known = [each for function in functions for each in _known(runs, function, public.get(function.name, ()), random)]
    random.shuffle(known)
    altered: list[OwnQuestion] = []
    used: set[Change] = set()
    for kind, count in (("which", _OPTIONS), ("change", 1)):
        for each in known:
            tried = list(islice(_altered(runs, each, used, random), count))
            if len(tried) == count:
                right = random.randrange(count)
                used |= {change for change, _ in tried}
                changes = [change for change, _ in tried]
                altered.insert(0, each.question(kind=kind, after=tried[right][1], changes=changes, right=right))
                known = [*(other for other in known if other is not each), each]
                break
    yield from (each.question(kind="value") for each in known[: QUESTIONS - len(altered)])
    yield from altered


def _known(runs: Runs, function: Function, public: Sequence[Case], random: Random) -> Iterator[_Known]:
    """The function with a public call that it answers, each time alike; nothing where there is none."""
    cases = [case for case in (function.example, *public) if _is_short(function, case) and not function.look]
    for case in random.sample(cases, len(cases)):
        outcome = runs.call(function, case)
        defined = runs.defined.get(function.name)
        cell = next((each for each in runs.cells if defined and each.number == defined.cell), None)
        code = own_code(cell, function.name) if cell else None
        if defined is None or defined.is_stub or cell is None or code is None:
            return
        if outcome is not None and outcome.kind != "error" and outcome == runs.call(function, case):
            yield _Known(function, case, code, cell, outcome)
            return


def _is_short(function: Function, case: Case) -> bool:
    return is_plain(case) and len(format_call(function.name, case)) <= _LONGEST_CALL


def _altered(
    runs: Runs, known: _Known, used: Collection[Change], random: Random
) -> Iterator[tuple[Change, CallOutcome]]:
    """Changes of the function, each of which gives another result than the code and the changes before it."""
    seen, lines = {known.outcome}, set[int]()
    found = [each for each in alterations(known.cell, known.function.name) if each.change not in used]
    for alteration in random.sample(found, min(len(found), _TRIED)):
        if alteration.change.line not in lines:
            outcome = runs.call_altered(alteration, known.function, known.case)
            if outcome is not None and outcome not in seen:
                seen.add(outcome)
                lines.add(alteration.change.line)
                yield alteration.change, outcome


def outcome_of(reply: Reply, *, in_place: bool) -> CallOutcome | None:
    """What a call came to, if that can be asked for: what fits in a line."""
    if isinstance(reply, Raise):
        return CallOutcome(kind="error", text=reply.type) if reply.type is not None and reply.limit is None else None
    if not isinstance(reply, Value):
        return None
    value = left_by(reply).value if in_place else reply.value
    if isinstance(value, np.ndarray) and value.size > _MOST_NUMBERS:
        return CallOutcome(kind="shape", text=str(value.shape))
    text = format_value(value, _LONGEST_VALUE + 1)
    return CallOutcome(kind="value", text=text) if len(text) <= _LONGEST_VALUE and _is_told(value) else None


def _is_told(value: Any) -> bool:
    """Whether it is plain data throughout."""
    if type(value) in (list, tuple):
        return all(map(_is_told, value))
    if type(value) is dict:
        return all(map(_is_told, (*value, *value.values())))
    return value is not None and not isinstance(value, Opaque | Model | RefusedValue)
