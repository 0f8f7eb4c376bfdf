"""Judges one wrong answer by a hidden suite in this process, and says how it is explained, as the examiner would."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import numpy as np
from hidden_suite import Suite, by_place

from fcnkit.grading.examiner.case_draws import Theme, drawn
from fcnkit.grading.examiner.check import Case, Function
from fcnkit.grading.examiner.explain import explain
from fcnkit.grading.examiner.judged import Judged
from fcnkit.grading.examiner.misconception_answers import raising
from fcnkit.grading.examiner.relations.evidence import Call
from fcnkit.grading.examiner.replies import Raise
from fcnkit.grading.protocol import SOMETHING, Opaque
from fcnkit.grading.results import CheckResult, Outcome
from fcnkit.text import Text

RAISED = Text(ko="예외", en="raised")
NO_VALUE = Opaque(SOMETHING)
SAYS_LITTLE = (
    "is wrong in",
    "the form is right",
    "An integer comes back",
    "the shape is not",
    "does not hold",
    "is not the one",
)
_drawn = cache(drawn)
"""The same cases for all wrong answers: what each misconception answers to them is worked out once, and kept there."""


class Here:
    """Stands where a check expects a Student, and calls a function here."""

    variant = None

    def __init__(self, suite: Suite, name: str, answer: Callable[..., Any], seed: str = "") -> None:
        self._suite, self._name, self._answer, self._seed = suite, name, answer, seed
        self.calls: list[Call] = []
        self.problems: list[tuple[str, Text]] = []
        self.believed: dict[str, tuple[str, ...]] = {}
        self.failed: list[Function] = []

    def assert_matches(self, function: Function, theme: Theme) -> None:
        if function.name != self._name:
            return
        believed = [each for m in self._suite.misconceptions for each in m.about(self._name)]
        raised_ids: list[set[str]] = []
        for case in _drawn(theme, self._seed, function):
            try:
                got = self._called(case, function)
            except Exception as error:  # whatever a wrong answer raises is told by its name
                raised = Raise(type(error).__name__, f"{type(error).__name__}: {error}", None, None)
                self.calls.append(Call(function, case, NO_VALUE, RAISED, self._check, self._easy == "form", raised))
                raised_ids.append(set(raising(self._suite.misconceptions, function, case, raised)))
                continue
            problem = function.difference(case, got)
            call = Call(function, case, got if problem else None, problem, self._check, self._easy == "form")
            self.calls.append(call)
            if problem is not None:
                self._fail(function, problem)
                believed = [m for m in believed if call.compared_with(m.answers[self._name])[0]]
        if raised_ids:
            self._fail(function, RAISED)
            self.believed[self._check] = tuple(set.intersection(*raised_ids))
        elif any(check == self._check for check, _ in self.problems):
            self.believed[self._check] = tuple(dict.fromkeys(m.id for m in believed))

    def _fail(self, function: Function, problem: Text) -> None:
        self.problems.append((self._check, problem))
        if function not in self.failed:
            self.failed.append(function)

    def assert_arguments_unchanged(self, function: Function, theme: Theme) -> None:
        pass

    assert_deterministic = assert_returns_first_argument = assert_owns_memory = assert_arguments_unchanged

    def assert_value(self, *_: Any) -> None:
        pass

    assert_entry = assert_value

    def _called(self, case: Case, function: Function) -> Any:
        with np.errstate(all="ignore"):
            return copy.deepcopy(by_place(function, case)).call(self._answer, in_place=function.in_place)

    def judged(self) -> Judged:
        """What comes of all checks, and why."""
        judged = self.checked()
        functions = [f for m in self._suite.modules.values() for f in vars(m).values() if isinstance(f, Function)]
        explain([judged], self._suite.misconceptions, functions)
        return judged

    def checked(self) -> Judged:
        """What comes of all checks, not yet explained."""
        for name, module in self._suite.modules.items():
            for test in vars(module).values() if name.startswith("test_") else ():
                for mark in getattr(test, "pytestmark", ()):
                    self._check, self._easy = f"{name}::{test.__name__}", mark.kwargs["easy"]
                    test(self)
        failed = dict(self.problems)
        checks = [
            CheckResult(
                name=name,
                question="q",
                title=RAISED,
                points=1,
                outcome=Outcome.ERROR if message is RAISED else Outcome.FAILED,
                message=message,
            )
            for name, message in failed.items()
        ]
        return Judged(checks, dict(self.believed), failed_functions=self.failed, calls=self.calls)


def explained(judged: Judged, here: Here) -> Sequence[str]:
    """How: `named`, `related`, `said` by the message, or `wrong`; nothing where no marks are lost."""
    if not judged.checks:
        return ("right",)
    named = [check.misconception for check in judged.checks if check.misconception]
    if named:
        return ("named", *dict.fromkeys(named))
    if judged.relations:
        return ("related", judged.relations[0].id)
    said = [text.en for _, text in here.problems if not any(part in text.en for part in SAYS_LITTLE)]
    return ("said", said[0]) if said else ("wrong",)


def how_explained(suite: Suite, name: str, answer: Callable[..., Any]) -> tuple[str, ...]:
    """How a wrong answer to one function is explained."""
    here = Here(suite, name, answer)
    return tuple(explained(here.judged(), here))
