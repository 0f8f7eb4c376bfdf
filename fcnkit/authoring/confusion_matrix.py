"""The reverse proof: no misconception's answer is explained by another one, whatever cases are drawn.

The matrix of all misconceptions about a function and all their answers is tried in this process, with several seeds.
Off its diagonal a name is allowed where the two answer alike in everything that is ever asked; by chance it is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from fcnkit.authoring.verification_texts import CONFUSED
from fcnkit.course import Assignment
from fcnkit.grading.examiner.case_draws import Theme, drawn
from fcnkit.grading.examiner.check import Function
from fcnkit.grading.examiner.diagnosis import explaining
from fcnkit.grading.examiner.pytest_plugin import Suite, with_suite
from fcnkit.grading.examiner.relations.evidence import Call
from fcnkit.misconception import Misconception
from fcnkit.text import Text

SEEDS = tuple(f"reverse proof {number}" for number in range(3))

Asked = Sequence[tuple[Function, Theme]]


def confusions(assignment: Assignment) -> list[Text]:
    """Each answer that is also given another misconception's name by chance. Raises SuiteFault."""

    def tried(suite: Suite) -> list[Text]:
        with np.errstate(all="ignore"):  # of wrong answers some divide by 0
            return list(_confusions(suite.asks(), suite.misconceptions))

    return with_suite(assignment, tried)


def _confusions(asked: Asked, misconceptions: Sequence[Misconception]) -> Iterator[Text]:
    for misconception in misconceptions:
        for name, answer in misconception.answers.items():
            if callable(answer) and name not in misconception.signs:
                for other, times in off_diagonal(misconception.id, name, answer, asked, misconceptions).items():
                    if times < len(SEEDS):
                        said = {"id": misconception.id, "name": name, "other": other}
                        yield CONFUSED.format(times=times, count=len(SEEDS), **said)


def off_diagonal(
    id: str, name: str, answer: Callable[..., Any], asked: Asked, misconceptions: Sequence[Misconception]
) -> Counter[str]:
    """Other misconceptions that explain the answer to the function `name`: in how many of the draws each does."""
    mine = [(function, theme) for function, theme in asked if function.name == name]
    found: Counter[str] = Counter()
    for seed in SEEDS:
        calls = [_called(f, case, answer) for f, theme in mine for case in drawn(theme, seed, f)]
        found.update(other for other, _ in explaining(calls, misconceptions) if other != id)
    return found


def _called(function: Function, case: Any, answer: Callable[..., Any]) -> Call:
    got = case.call(answer, in_place=function.in_place)
    problem = function.difference(case, got)
    return Call(function, case, None if problem is None else got, problem)
