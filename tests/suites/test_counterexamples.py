"""The public example on a page is one on which this very answer is wrong; where there is none, the page says so."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import pytest
import wrong_tries_01
import wrong_tries_02
import wrong_tries_04
from hidden_suite import Suite
from judged_here import Here
from test_mutants import FILLING, SUITES

from fcnkit.grading.examiner import compare
from fcnkit.grading.examiner.case_draws import Draw
from fcnkit.grading.examiner.check import Case, Function, case
from fcnkit.grading.examiner.example import _side_by_side, telling_examples, unshown
from fcnkit.grading.examiner.judged import Judged
from fcnkit.grading.examiner.public_answers import PublicAnswers
from fcnkit.grading.examiner.public_inputs import heard, public_cases
from fcnkit.grading.examiner.replies import Raise, Reply, Value, left_by
from fcnkit.grading.results import Example, ShownValue
from fcnkit.text import Text

NUMBERS = ("01", "02", "04", "06")
Public = dict[str, dict[str, tuple[Case, ...]]]


def _tests(suite: Suite) -> list[Callable[..., Any]]:
    modules = [module for name, module in suite.modules.items() if name.startswith("test_")]
    return [each for module in modules for each in vars(module).values() if hasattr(each, "pytestmark")]


@pytest.fixture(scope="module")
def public() -> Public:
    """Of each suite the public inputs by function."""
    return {n: dict(public_cases(heard(_tests(SUITES[n])).asked, SUITES[n].misconceptions)) for n in NUMBERS}


class Pupil:
    """Stands where examples expect a Student: has one function, `answer`, which has been asked all public inputs."""

    def __init__(self, functions: list[Function], cases: tuple[Case, ...], answer: Callable[..., Any]) -> None:
        self._answer = answer
        self.public = PublicAnswers()
        self.public.gather(functions, {functions[0].name: cases}, self._ask, lambda _: True)

    def _ask(self, calls: Sequence[tuple[str, Case]]) -> list[Reply]:
        return [self._call(case) for _, case in calls]

    def _call(self, case: Case) -> Reply:
        args, kwargs = copy.deepcopy((case.args, case.kwargs))
        try:
            with np.errstate(all="ignore"):
                return Value(self._answer(*args, **kwargs), args, kwargs)
        except Exception as error:  # whatever a wrong answer raises
            return Raise(type(error).__name__, str(error) or "?", None, None)

    def example(self, function: Function) -> Reply:
        reply = self.public.reply(function)
        return left_by(reply) if function.in_place and isinstance(reply, Value) else reply


def _shown(
    number: str, name: str, answer: Callable[..., Any], public: Public
) -> tuple[tuple[Example, ...], Text | None]:
    """What a page would show of a wrong answer; nothing at all of one that loses no marks here."""
    here = Here(SUITES[number], name, answer)
    judged = here.checked()
    functions = [f for test in SUITES[number].checks for f, _ in test.calls if f.name == name]
    pupil = Pupil(functions, public[number].get(name, ()), answer)
    examples = telling_examples(judged.failed_functions, pupil)  # type: ignore[arg-type]
    assert examples or _says_what_fails(judged, pupil) or not judged.checks, name
    for example in examples:
        assert example.problem is not None
        if example.got is not None:
            assert _on_the_page(example.expected) != _on_the_page(example.got), example
    return examples, unshown(judged, pupil) if judged.checks else None  # type: ignore[arg-type]


def _on_the_page(value: ShownValue) -> object:
    return (value.grid, value.shape) if value.grid else value.text


def _says_what_fails(judged: Judged, pupil: Pupil) -> bool:
    return unshown(judged, pupil) is not None  # type: ignore[arg-type]


def _misconceptions(number: str) -> Iterator[tuple[str, Callable[..., Any]]]:
    for misconception in SUITES[number].misconceptions:
        for name, answer in misconception.answers.items():
            if callable(answer) and name not in misconception.signs:
                yield name, answer


@pytest.mark.parametrize("number", NUMBERS)
def test_every_misconception_shows_on_a_public_example(number: str, public: Public) -> None:
    for name, answer in _misconceptions(number):
        examples, _ = _shown(number, name, answer, public)
        assert examples, (name, answer)


def test_of_a_wrong_try_a_page_shows_where_it_is_wrong_or_says_what_fails(public: Public) -> None:
    tries = wrong_tries_01.TRIES | wrong_tries_02.TRIES | wrong_tries_04.TRIES
    shown = [_shown(number, name, answer, public) for (number, name), each in tries.items() for answer in each.values()]
    assert sum(not examples for examples, _ in shown) <= len(shown) // 15


BESIDE_THE_BATCH = {"empties the list", "turns the list", "spoils the samples"}
"""What these do wrong is not in the batch, which is all that an example of `fill_batch` shows."""


@pytest.mark.parametrize("what", sorted(FILLING.keys() - BESIDE_THE_BATCH))
def test_a_batch_that_is_filled_wrongly_shows_on_a_public_input(what: str, public: Public) -> None:
    (right,) = {f.oracle for check in SUITES["04"].checks_of("fill_batch") for f, _ in check.calls}
    examples, _ = _shown("04", "fill_batch", FILLING[what](right), public)
    assert examples


def test_a_public_input_that_is_a_hidden_case_is_not_shown(public: Public) -> None:
    """Which it can be by chance."""
    functions = [f for check in SUITES["02"].checks for f, _ in check.calls if f.name == "yolo_depth"]
    cases = public["02"]["yolo_depth"]
    pupil = Pupil(functions, cases, lambda *_, **__: 0)
    assert len(list(pupil.public.examples(functions[0]))) == 1 + len(cases)
    pupil.public.note_hidden("yolo_depth", copy.deepcopy(cases[0]))
    assert [f.example for f in pupil.public.examples(functions[0])] == [functions[0].example, *cases[1:]]


def test_cases_that_a_theme_always_has_are_no_public_inputs() -> None:
    def theme(draw: Draw) -> list[Case]:
        return [case(1), case(draw.integer(range(10, 1000)))]

    function = Function("twice", lambda n: 2 * n, compare.integer, example=case(3))
    (found,) = public_cases([(function, theme)], ())["twice"]
    assert found.args[0] >= 10


def test_a_theme_that_breaks_down_costs_its_public_inputs_alone() -> None:
    """What is wrong with it is said when its check runs."""

    def broken(_: Draw) -> list[Case]:
        raise LookupError

    function = Function("twice", lambda n: 2 * n, compare.integer, example=case(3))
    asked = [(function, broken), (function, lambda draw: [case(draw.integer(range(9, 99)))])]
    assert len(public_cases(asked, ())["twice"]) == 1


def test_no_more_cases_are_computed_than_can_show_another_mistake() -> None:
    asked: list[int] = []

    def twice(n: int) -> int:
        asked.append(n)
        return 2 * n

    def theme(draw: Draw) -> list[Case]:
        return [case(draw.integer(range(10, 10**6))) for _ in range(9)]

    (found,) = public_cases([(Function("twice", twice, compare.integer, example=case(3)), theme)], ())["twice"]
    assert set(asked) == {3, *found.args}


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        (np.zeros((2, 3), "float32"), np.zeros((2, 3))),
        (np.array([[2.0, 4.0]]), np.array([[2, 4]])),
        (np.array([[1.0]]), np.array([[1.00004]])),
        (np.array([1.0, 2.0]), [1.0, 2.0]),
        (3, 3.0),
    ],
)
def test_what_differs_is_told_apart_on_the_page(expected: Any, got: Any) -> None:
    right, came = _side_by_side(expected, got)
    assert _on_the_page(right) != _on_the_page(came)
