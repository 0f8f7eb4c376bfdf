"""Hidden cases are drawn: the same for a seed, others for another one, and never a public example."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcnkit.grading.examiner import compare
from fcnkit.grading.examiner.case_draws import Draw, drawn
from fcnkit.grading.examiner.check import Case, Function, case


def _size(size: int, kernel: int = 3, stride: int = 1) -> int:
    return size * kernel * stride


PUBLIC = Function("size", _size, compare.integer, example=case(2, stride=2))


def small(draw: Draw) -> list[Case]:
    return [case(*pair) for pair in draw.some(1, range(1, 4), range(3, 5), range(1, 4))]


def pairs(draw: Draw) -> list[Case]:
    return [case(*pair) for pair in draw.some(3, range(10), range(10), where=lambda left, right: left < right)]


def same_pairs(draw: Draw) -> list[Case]:
    return list(draw.cases(pairs))


@given(st.text(), st.text())
def test_a_seed_draws_its_own_cases_each_time(seed: str, other: str) -> None:
    assert drawn(pairs, seed, PUBLIC) == drawn(pairs, seed, PUBLIC)
    assert (_hundred(seed) == _hundred(other)) == (seed == other)


def _hundred(seed: str) -> list[Any]:
    return Draw(seed, "theme").rng.random(100).tolist()


def test_themes_draw_apart_and_one_may_take_what_another_has_drawn() -> None:
    assert Draw("seed", "one").rng.random() != Draw("seed", "other").rng.random()
    assert same_pairs(Draw("seed", "same_pairs")) == pairs(Draw("seed", "pairs"))


def test_numbers_differ_meet_the_condition_and_reach_both_ends() -> None:
    draws = [Draw(str(seed), "theme").some(6, range(4), range(4), where=lambda a, b: a < b) for seed in range(20)]
    assert all(sorted(found) == [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)] for found in draws)
    with pytest.raises(ValueError, match="7 tuples wanted, and only 6 found"):
        Draw("seed", "theme").some(7, range(4), range(4), where=lambda a, b: a < b)


def test_the_public_example_is_never_drawn_however_it_is_written() -> None:
    first = [small(Draw(str(seed), "small"))[0] for seed in range(400)]
    assert case(2, 3, 2) in first, "without care it would be"
    assert all(drawn(small, str(seed), PUBLIC) != [case(2, 3, 2)] for seed in range(400))
