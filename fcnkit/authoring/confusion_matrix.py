"""The reverse proof: no misconception's answer is explained by another one, whatever cases are drawn.

The matrix of all misconceptions about a function and all their answers is tried in this process, with several seeds.
Off its diagonal a name is allowed where the two answer alike in everything that is ever asked; by chance it is not.
So it is with variables: a wrong value has another name only where that one leads to the very same value. What functions
return that build models is told by signs, and tried in submissions: each is to have its own name alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from itertools import permutations
from typing import Any

import numpy as np

from fcnkit.authoring.verification_texts import CONFUSED, UNSTEADY
from fcnkit.course import Assignment
from fcnkit.grading.examiner.case_draws import Theme, drawn
from fcnkit.grading.examiner.check import Case, Function, Variable
from fcnkit.grading.examiner.diagnosis import explaining
from fcnkit.grading.examiner.identical import identical
from fcnkit.grading.examiner.pytest_plugin import Suite, with_suite
from fcnkit.grading.examiner.relations.evidence import NO_ANSWER, Call
from fcnkit.grading.examiner.suite_loading import SuiteFault, described
from fcnkit.misconception import Misconception
from fcnkit.text import Text, same

SAME_VALUE = Text(
    ko="{name}: {id} 오개념의 값이 값이 다른 {other} 오개념으로도 설명됩니다.",
    en="{id} in {name} is {other}, which leads to another value",
)
SEEDS = tuple(f"reverse proof {number}" for number in range(3))

Asked = Sequence[tuple[Function, Theme]]
Drawn = Sequence[Sequence[tuple[Function, Case]]]
"""For each seed the cases of one function; several `Function`s look at one function in different ways."""


def confusions(assignment: Assignment) -> list[Text]:
    """Each answer that is also given another misconception's name by chance; themes that are not drawn by
    their seed alone; or else what the suite raised, in a line.

    Raises SuiteFault where the suite cannot be imported.
    """

    def tried(suite: Suite) -> list[Text]:
        with np.errstate(all="ignore"):  # of wrong answers some divide by 0
            of_functions = _confusions(suite.asks(), suite.misconceptions)
            return [
                *_unsteady(suite.asks(forms=True)),
                *of_functions,
                *_confused_values(suite.asks_for(), suite.misconceptions),
            ]

    try:
        return with_suite(assignment, tried)
    except SuiteFault:
        raise
    except Exception as error:  # whatever an author's cases and oracle may raise
        return [same(described(error, assignment.paths.suite))]


def _unsteady(asked: Asked) -> Iterator[Text]:
    """Themes that give other cases for the same seed, so that whoever is graded again gets other ones."""
    for theme, function in {theme: function for function, theme in asked}.items():
        once, again = (drawn(theme, SEEDS[0], function) for _ in range(2))
        if not identical([(each.args, each.kwargs) for each in once], [(each.args, each.kwargs) for each in again]):
            yield UNSTEADY.format(theme=theme.__name__)


def _confusions(asked: Asked, misconceptions: Sequence[Misconception]) -> Iterator[Text]:
    draws = cache(lambda name: cases_of(name, asked))
    for misconception in misconceptions:
        for name, answer in misconception.all_answers():
            if callable(answer) and name not in misconception.signs:
                for other, times in off_diagonal(misconception.id, answer, draws(name), misconceptions).items():
                    if times < len(SEEDS):
                        said = {"id": misconception.id, "name": name, "other": other}
                        yield CONFUSED.format(times=times, count=len(SEEDS), **said)


def _confused_values(held: Iterable[tuple[Variable, Any]], misconceptions: Sequence[Misconception]) -> Iterator[Text]:
    """Wrong values that another misconception explains though it leads to another one."""
    for variable, key in held:
        right = variable.expected if key is None else variable.expected[key]
        explains = variable.believed or variable.compare
        beliefs = {
            id: belief for id, belief in _beliefs(variable, key, misconceptions) if variable.compare(belief, right)
        }
        for (id, value), (other, belief) in permutations(beliefs.items(), 2):
            if explains(value, belief) is None and not identical(value, belief):
                place = variable.name if key is None else f"{variable.name}[{key!r}]"
                yield SAME_VALUE.format(id=id, name=place, other=other)


def _beliefs(variable: Variable, key: Any, misconceptions: Sequence[Misconception]) -> Iterator[tuple[str, Any]]:
    """Misconceptions about the variable, each with the value that it leads to; none where that depends on a draw."""
    for each in misconceptions if variable.beliefs is None else ():
        value = each.answers.get(variable.name)
        if key is None and value is not None:
            yield each.id, value
        elif isinstance(value, dict) and key in value:
            yield each.id, value[key]


def cases_of(name: str, asked: Asked) -> Drawn:
    """What is asked of the function `name`, for each of the seeds. All misconceptions are tried on the same cases,
    which keep the answers that they have been given."""
    mine = [(function, theme) for function, theme in asked if function.name == name]
    return [[(function, case) for function, theme in mine for case in drawn(theme, seed, function)] for seed in SEEDS]


def off_diagonal(
    id: str, answer: Callable[..., Any], draws: Drawn, misconceptions: Sequence[Misconception]
) -> Counter[str]:
    """Other misconceptions that explain the answer to the function asked: in how many of the draws each does."""
    found: Counter[str] = Counter()
    for draw in draws:
        calls = [call for function, case in draw for call in _called(function, case, answer)]
        found.update(other for other, _ in explaining(calls, misconceptions) if other != id)
    return found


def _called(function: Function, case: Case, answer: Callable[..., Any]) -> Iterator[Call]:
    """One call, or none where the answer raises: exceptions have names by what they say."""
    with suppress(*NO_ANSWER):
        got = case.answer(answer, in_place=function.in_place)
        problem = function.difference(case, got)
        yield Call(function, case, None if problem is None else got, problem)
