"""Whoever chooses answers so that a certain relation is told learns which of few sentences it was, and nothing else.

The sentences are there before anything is drawn: none holds a word, a key or a number of a hidden case.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterator
from itertools import chain, product
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest

from fcnkit.course import Course
from fcnkit.grading.examiner import compare
from fcnkit.grading.examiner.case_draws import Theme, drawn
from fcnkit.grading.examiner.check import Case, Function, case
from fcnkit.grading.examiner.pytest_plugin import Suite, with_suite
from fcnkit.grading.examiner.relations import conditions
from fcnkit.grading.examiner.relations.blind import _SAID, _keys
from fcnkit.grading.examiner.relations.condition_texts import Way, told
from fcnkit.grading.examiner.relations.evidence import Call, Evidence, evidence, shapes
from fcnkit.grading.examiner.relations.parts import _ONLY, BY_VALUE, _parts
from fcnkit.grading.examiner.relations.relation import Relation
from fcnkit.grading.examiner.relations.search import _guesses, find, told_where, words_of
from fcnkit.text import Text

COURSE = Course.find(Path(__file__))
BITS = 12
"""What SECURITY.md says of one function of one submission."""
WRONG = Text(ko="틀림", en="wrong")
HIDDEN = ("hidden-7c1d", "hidden-88aa")
Sentence = tuple[str, Text, Text]


def _sentences(calls: list[Call], functions: list[Function]) -> set[Sentence]:
    """All that could be said of these calls, whatever came of them."""
    whole = evidence(calls, functions)
    return set(chain(_relations(whole, functions), _conditions(whole), _others(whole)))


def _relations(whole: Evidence, functions: list[Function]) -> Iterator[Sentence]:
    for guess in _all_guesses(whole, functions):
        yield guess.id, guess.name, guess.text
    for name, word in words_of(whole):
        for guess in _all_guesses(whole.where(name, word), functions):
            told = told_where(name, word, guess)
            yield told.id, told.name, told.text


def _all_guesses(whole: Evidence, functions: list[Function]) -> Iterator[Relation]:
    for seen, side in ((whole, ""), (shapes(whole), ".shape")):
        if seen.wrong:
            yield from _guesses(seen, side, functions)


def _conditions(whole: Evidence) -> Iterator[Sentence]:
    single = conditions.tried(whole)
    every = chain(single, conditions.both(single, whole))
    for each, way in product(every, get_args(Way)):
        yield each.id, *told(way, each.when)


def _others(whole: Evidence) -> Iterator[Sentence]:
    """Of one argument alone, and of a part of an array."""
    for id, what, _ in _keys(whole):
        yield id, _SAID[0].format(what=what), _SAID[1].format(what=what)
    for id, part, _ in (
        *_parts(whole.seen[0].right.ndim if isinstance(whole.seen[0].right, np.ndarray) else 0),
        *BY_VALUE,
    ):
        yield id, _ONLY[0].format(part=part), _ONLY[1].format(part=part)


def _wrong_calls(asked: list[tuple[Function, Theme]], seed: str) -> list[Call]:
    """Every answer counts as wrong, and has the right one's form: more can be said of no other."""
    cases = [(function, each) for function, theme in asked for each in drawn(theme, seed, function)]
    return [Call(f, each, each.call(f.oracle, in_place=f.in_place), WRONG) for f, each in cases]


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a hidden suite, collected in this process, leaves in it is gone afterwards."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setattr(sys, "path", list(sys.path))
    before = set(sys.modules)
    yield
    for name in set(sys.modules) - before:
        if str(COURSE.root / "autograder") in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]


@pytest.mark.usefixtures("apart")
@pytest.mark.parametrize("number", ["01", "02", "03", "04", "06"])
def test_what_can_be_told_does_not_depend_on_what_is_drawn(number: str) -> None:
    def hold(suite: Suite) -> None:
        functions = list(suite.functions())
        asked = [(function, theme) for function, theme in suite.asks() if function.look is None]
        for name in {function.name for function, _ in asked}:
            mine = [(function, theme) for function, theme in asked if function.name == name]
            with np.errstate(all="ignore"):
                one, other = (_sentences(_wrong_calls(mine, seed), functions) for seed in ("one", "other"))
            assert one == other, name
            assert 3 < math.log2(len(one)) < BITS, name

    with_suite(COURSE.assignment(number), hold)


def _counted(word: str, times: int = 1) -> dict[str, int]:
    return {word: len(word) * times, "in all": times}


COUNT = Function("count", _counted, compare.values, example=case("public", times=2))


def _calls(answer: Callable[[str, int], Any]) -> list[Call]:
    """Of hidden words, each of which is a key of the right answer, too."""
    cases: list[Case] = [case(word, times) for word in (*HIDDEN, "public") for times in range(1, 13)]
    return [
        Call(COUNT, each, got := answer(*each.args), None if got == _counted(*each.args) else WRONG) for each in cases
    ]


ENCODERS: dict[str, Callable[[str, int], Any]] = {
    "right for a hidden word": lambda word, times: _counted(word, times) if word == HIDDEN[0] else {},
    "wrong for a hidden word": lambda word, times: {} if word == HIDDEN[0] else _counted(word, times),
    "the answer for a hidden word": lambda _, times: _counted(HIDDEN[0], times),
    "one key wrong": lambda word, times: {**_counted(word, times), word: 0},
    "a hidden word as text": lambda word, _: word,
    "hidden numbers": lambda word, times: {**_counted(word, times), "in all": times + len(word)},
}


@pytest.mark.parametrize("encode", ENCODERS.values(), ids=ENCODERS)
def test_no_word_of_a_hidden_case_is_told(encode: Callable[[str, int], Any]) -> None:
    calls = _calls(encode)
    found = find(calls, [COUNT])
    told = {(found.id, found.name, found.text)} if found else set()
    for sentence in told | _sentences(calls, [COUNT]):
        assert not any(word in str(sentence) for word in HIDDEN), sentence


def test_a_public_word_may_be_told() -> None:
    found = find(_calls(lambda word, times: _counted(word, times) if word == "public" else {}), [COUNT])
    assert found is not None
    assert found.id == "only-word-is-public"
