"""Explains wrong answers by misconceptions that fit all of a function's, else by a general relation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

import numpy as np

from fcnkit.grading.examiner.check import Function
from fcnkit.grading.examiner.diagnosis import explaining
from fcnkit.grading.examiner.pytest_plugin import Judged
from fcnkit.grading.examiner.relations.evidence import NO_ANSWER, Call
from fcnkit.grading.examiner.relations.models import found_in_models
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
            if calls[0].function.look is None:
                _narrow(each, calls, misconceptions)
            else:
                _narrow_signs(each, calls, misconceptions)
    votes = Counter(id for each in judged for ids in each.explained_by.values() for id in ids)
    for each in judged:
        best = {name: max(ids, key=votes.__getitem__) for name, ids in each.explained_by.items() if ids}
        for calls in _by_function(_telling(each.calls)):
            wrong = list(dict.fromkeys(call.check for call in calls if call.problem is not None))
            if wrong and not any(name in best for name in wrong):
                _relate(each, wrong, _found(calls, everything))
        each.checks = [check.model_copy(update={"misconception": best.get(check.name)}) for check in each.checks]


def _found(calls: Sequence[Call], functions: Iterable[Function]) -> NamedRelation | None:
    """What came may be anything: where it fits no way of looking at it, nothing is said."""
    if calls[0].function.look is not None:
        return found_in_models(calls)
    try:
        with np.errstate(all="ignore"):  # most guesses are wrong, and may divide by 0
            return find(calls, functions)
    except NO_ANSWER:
        return None


def _by_function(calls: Sequence[Call]) -> list[list[Call]]:
    """Those of one function together; of one that returns a model those of one check, which looks at one thing."""
    found: dict[tuple[str, str], list[Call]] = {}
    for call in calls:
        found.setdefault((call.function.name, call.check if call.function.look else ""), []).append(call)
    return list(found.values())


def _telling(calls: Sequence[Call]) -> list[Call]:
    """Those that relations are looked for in: of models all, since what a check sees of one is its form."""
    return [call for call in calls if call.function.look is not None or not call.of_form]


def _of_values(calls: Sequence[Call]) -> list[Call]:
    """Those in which more than the form of the answers was looked at."""
    return [call for call in calls if not call.of_form]


def _narrow(judged: Judged, calls: Sequence[Call], misconceptions: Sequence[Misconception]) -> None:
    """Of the misconceptions that explain each check, leave those that are true of the function as a whole.

    What is wrong with the form need not have to do with what is wrong with the values, but not the other way round.
    """
    explained: dict[str, list[str]] = {call.check: [] for call in calls if call.problem is not None}
    of_form = {call.check for call in calls if call.of_form}
    for everything in (False, True):
        for id, checks in explaining(calls if everything else _of_values(calls), misconceptions):
            for check in checks:
                if (check in of_form) is everything:
                    explained[check].append(id)
    for check, ids in explained.items():
        judged.explained_by[check] = tuple(id for id in judged.explained_by.get(check, ()) if id in ids)


def _narrow_signs(judged: Judged, calls: Sequence[Call], misconceptions: Sequence[Misconception]) -> None:
    """Of the misconceptions known by signs, leave none that shows in some of a check's wrong models and not in others.

    `calls` are those of one check; what it says holds for all checks of the function.
    """
    name, wrong = calls[0].function.name, [call for call in calls if call.problem is not None]
    checks = {call.check for call in judged.calls if call.function.name == name}
    for each in misconceptions:
        sign = each.signs.get(name)
        if sign is not None and len({sign(call.got, *call.case.args, **call.case.kwargs) for call in wrong}) > 1:
            for check in checks & judged.explained_by.keys():
                judged.explained_by[check] = tuple(id for id in judged.explained_by[check] if id != each.id)


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
