"""Checks of the form, or of easy cases, count only beside others of their function."""

from __future__ import annotations

from typing import Any

import pytest

from fcnkit.grading.examiner.judged import EASY_ALONE, Judged
from fcnkit.grading.results import CheckResult, Outcome
from fcnkit.misconception import Misconception
from fcnkit.text import Text

SAID = Text(ko="…", en="…")
KNOWN = [Misconception("flipped", SAID, SAID, {}), Misconception("hollow", SAID, SAID, {}, keeps_form=False)]


def judged(**more: Any) -> Judged:
    """One question with two functions, each with a check of values, and the first with two easy ones that pass."""
    results = {"values": False, "type": True, "first": True, "others": False}
    checks = [
        CheckResult(
            name=name, question="q1", title=SAID, points=1, outcome=Outcome.PASSED if passed else Outcome.FAILED
        )
        for name, passed in results.items()
    ]
    asks = {name: frozenset({"g" if name == "others" else "f"}) for name in results}
    return Judged(checks, **{"easy": {"type": "form", "first": "case"}, "asks": asks} | more)


def counted(of: Judged) -> set[str]:
    of.settle(KNOWN)
    failed = [check for check in of.checks if check.name in of.easy and check.outcome is Outcome.FAILED]
    assert all(check.message == EASY_ALONE for check in failed)
    return {check.name for check in of.checks if check.outcome is Outcome.PASSED}


@pytest.mark.parametrize(
    ("explained_by", "easy"),
    [
        ({}, set()),
        ({"values": ("flipped",)}, {"type"}),
        ({"values": ("hollow",)}, set()),
        ({"values": ("flipped", "hollow")}, set()),
        ({"others": ("flipped",)}, set()),
    ],
    ids=["unknown", "known", "nothing but a form", "perhaps nothing but a form", "of another function"],
)
def test_without_a_right_value_the_form_counts_only_where_the_mistake_is_a_known_one(
    explained_by: dict[str, tuple[str, ...]], easy: set[str]
) -> None:
    assert counted(judged(explained_by=explained_by)) == easy


def test_beside_a_right_value_of_the_same_function_all_count() -> None:
    of = judged()
    of.checks[0] = of.checks[0].model_copy(update={"outcome": Outcome.PASSED})
    assert counted(of) == {"values", "type", "first"}
    other = judged()
    other.checks[3] = other.checks[3].model_copy(update={"outcome": Outcome.PASSED})
    assert counted(other) == {"others"}


def test_where_no_check_asks_for_more_of_the_function_those_of_the_question_count() -> None:
    of = judged(asks={name: frozenset({name}) for name in ("values", "type", "first", "others")})
    of.checks[3] = of.checks[3].model_copy(update={"outcome": Outcome.PASSED})
    assert counted(of) == {"type", "first", "others"}
