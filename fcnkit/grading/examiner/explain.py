"""Explains wrong answers by misconceptions that fit all of a function's, else by a general relation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

import numpy as np

from fcnkit.grading.examiner.check import Function
from fcnkit.grading.examiner.diagnosis import explaining
from fcnkit.grading.examiner.pytest_plugin import Judged
from fcnkit.grading.examiner.relations.evidence import NO_ANSWER, Call
from fcnkit.grading.examiner.relations.search import find
from fcnkit.grading.results import NamedRelation, Outcome
from fcnkit.misconception import Misconception


def explain(judged: Collection[Judged], misconceptions: Sequence[Misconception], functions: Iterable[Function]) -> None:
    """Give each failed check at most one misconception, or a relation.

    Of several misconceptions that explain a check, it is the one that explains most checks of the submission.
    """
    everything = list(functions)
    for each in judged:
        for calls in _by_function(each.calls):
            _narrow(each, calls, misconceptions)
    votes = Counter(id for each in judged for ids in each.explained_by.values() for id in ids)
    for each in judged:
        best = {name: max(ids, key=votes.__getitem__) for name, ids in each.explained_by.items() if ids}
        for calls in _by_function(each.calls):
            wrong = list(dict.fromkeys(call.check for call in calls if call.problem is not None))
            if wrong and not any(name in best for name in wrong):
                _relate(each, wrong, _found(calls, everything))
        each.checks = [check.model_copy(update={"misconception": best.get(check.name)}) for check in each.checks]


def _found(calls: Sequence[Call], functions: Iterable[Function]) -> NamedRelation | None:
    """What came may be anything: where it fits no way of looking at it, nothing is said."""
    try:
        with np.errstate(all="ignore"):  # most guesses are wrong, and may divide by 0
            return find(calls, functions)
    except NO_ANSWER:
        return None


def _by_function(calls: Sequence[Call]) -> list[list[Call]]:
    found: dict[str, list[Call]] = {}
    for call in calls:
        found.setdefault(call.function.name, []).append(call)
    return list(found.values())


def _narrow(judged: Judged, calls: Sequence[Call], misconceptions: Sequence[Misconception]) -> None:
    """Of the misconceptions that explain each check, leave those that are true of the function as a whole."""
    explained: dict[str, list[str]] = {call.check: [] for call in calls if call.problem is not None}
    for id, checks in explaining(calls, misconceptions):
        for check in checks:
            explained[check].append(id)
    for check, ids in explained.items():
        judged.explained_by[check] = tuple(id for id in judged.explained_by.get(check, ()) if id in ids)


def _relate(judged: Judged, wrong: Collection[str], relation: NamedRelation | None) -> None:
    if relation is None:
        return
    if relation not in judged.relations:
        judged.relations.append(relation)
    judged.checks = [
        check.model_copy(update={"relation": relation.id})
        if check.name in wrong and check.outcome is Outcome.FAILED
        else check
        for check in judged.checks
    ]
