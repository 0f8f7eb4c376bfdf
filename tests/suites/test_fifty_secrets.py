"""Whatever the secret, the hidden cases are equally hard and equally telling.

A few secrets here; `make prove` tries fifty.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hidden_suite import Suite, load_suite
from proof import IS_FULL
from test_hidden_suites import MOST_CALLS, _answers_with_data, _explanations
from test_mutants import MUTATIONS, is_caught

from fcnkit.course import Course

COURSE = Course.find(Path(__file__))
SECRETS = [f"secret {number}" for number in range(50 if IS_FULL else 2)]


@pytest.fixture(scope="module", params=COURSE.names())
def suites(request: pytest.FixtureRequest) -> list[Suite]:
    return [load_suite(COURSE.assignment(request.param), seed) for seed in ("", *SECRETS)]


def test_each_has_as_many_calls(suites: list[Suite]) -> None:
    counts = [[len(check.calls) for check in suite.checks] for suite in suites]
    assert all(sum(each) <= MOST_CALLS for each in counts)
    assert all(each == counts[0] for each in counts[1:])


def test_every_misconception_loses_the_same_checks_and_is_the_one_named(suites: list[Suite]) -> None:
    first, *others = [_lost(suite) for suite in suites]
    assert first or not suites[0].modules.get("cases")
    for lost in others:
        assert lost == first


def _lost(suite: Suite) -> dict[tuple[str, str], list[str]]:
    """(misconception, function) → the checks that fail, where it is the misconception that explains them best."""
    lost = {}
    for misconception in suite.misconceptions:
        for function in _answers_with_data(misconception):
            explanations = _explanations(suite, misconception, function)
            votes = Counter(id for ids in explanations.values() for id in ids)
            assert {max(ids, key=votes.__getitem__) for ids in explanations.values()} == {misconception.id}
            lost[misconception.id, function] = sorted(explanations)
    return lost


@pytest.mark.parametrize("number", sorted({number for number, _ in MUTATIONS}))
def test_every_spoilt_right_answer_loses_marks(number: str) -> None:
    suite = load_suite(COURSE.assignment(number))
    missed = [
        (seed, name, what)
        for seed in SECRETS
        for (of, name), mutations in MUTATIONS.items()
        for what, mutation in (mutations.items() if of == number else ())
        if not is_caught(suite, name, mutation, seed)
    ]
    assert missed == []
