"""Explains wrong answers by misconceptions that fit all of a function's, else by a general relation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

import numpy as np

from fcnkit.grading.examiner.check import Function
from fcnkit.grading.examiner.diagnosis import explaining
from fcnkit.grading.examiner.judged import Judged
from fcnkit.grading.examiner.relations.conditions import is_condition
from fcnkit.grading.examiner.relations.evidence import NO_ANSWER, Call
from fcnkit.grading.examiner.relations.models import found_in_models
from fcnkit.grading.examiner.relations.search import find, find_exact
from fcnkit.grading.results import NamedRelation, Outcome
from fcnkit.misconception import Misconception
from fcnkit.text import Text

OF_FUNCTION = Text(ko="`{function}`: {said}", en="`{function}`: {said}")


def explain(judged: Collection[Judged], misconceptions: Sequence[Misconception], functions: Iterable[Function]) -> None:
    """Give each failed check at most one misconception, or a relation.

    Of several misconceptions that explain a check, it is the one that explains most checks of the submission. Where it
    takes several to explain a function, one relation that tells every answer says more.
    """
    everything = list(functions)
    judged = [each for each in judged if any(check.outcome is not Outcome.PASSED for check in each.checks)]
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
            named = {best[name] for name in wrong if name in best}
            if not wrong or len(named) == 1:
                continue
            relation = _found(calls, everything, exact=bool(named))
            if relation is not None:
                _relate(each, wrong, _with_function(relation, calls[0].function.name, each))
                best = {name: id for name, id in best.items() if name not in wrong}
        each.checks = [check.model_copy(update={"misconception": best.get(check.name)}) for check in each.checks]


def _found(calls: Sequence[Call], functions: Iterable[Function], *, exact: bool) -> NamedRelation | None:
    """What came may be anything: where it fits no way of looking at it, nothing is said."""
    if calls[0].function.look is not None:
        return None if exact else found_in_models(calls)
    try:
        with np.errstate(all="ignore"):  # most guesses are wrong, and may divide by 0
            return find_exact(calls, functions) if exact else find(calls, functions)
    except NO_ANSWER:
        return None


def _with_function(relation: NamedRelation, function: str, judged: Judged) -> NamedRelation:
    """The relation, told of the function by name where the question asks for several."""
    if len(set().union(*judged.asks.values())) < 2:
        return relation
    name, text = (OF_FUNCTION.format(function=function, said=said) for said in (relation.name, relation.text))
    return relation.model_copy(update={"id": f"{relation.id}-of-{function}", "name": name, "text": text})


def _by_function(calls: Sequence[Call]) -> list[list[Call]]:
    """Those of one function together; of one that returns a model those of one check, which looks at one thing."""
    found: dict[tuple[str, str], list[Call]] = {}
    for call in calls:
        found.setdefault((call.function.name, call.check if call.function.look else ""), []).append(call)
    return list(found.values())


def _telling(calls: Sequence[Call]) -> list[Call]:
    """Those that relations are looked for in: of models all facts, since what a check sees of one is its form."""
    return [call for call in calls if (not call.of_form if call.function.look is None else call.raised is None)]


def _narrow(judged: Judged, calls: Sequence[Call], misconceptions: Sequence[Misconception]) -> None:
    """Keep those of the misconceptions that explain each check which are true of the function as a whole.

    What is wrong with the form need not have to do with what is wrong with the values, but not the other way round. So
    it is with exceptions: a value may have a name beside them; an exception has one that explains the values, too.
    """
    raising = {call.check for call in calls if call.raised is not None}
    of_form = {call.check for call in calls if call.of_form} - raising
    values = {call.check for call in calls} - of_form - raising
    explained: dict[str, list[str]] = {call.check: [] for call in calls if call.problem is not None}
    for kind, telling in (
        (values, [call for call in calls if not call.of_form and call.raised is None]),
        (of_form, [call for call in calls if call.raised is None]),
        (raising, [call for call in calls if not call.of_form or call.raised is not None]),
    ):
        likely = {id for check in kind for id in judged.explained_by.get(check, ())}
        for id, checks in explaining(telling, [each for each in misconceptions if each.id in likely]):
            for check in kind.intersection(checks):
                explained[check].append(id)
    for check, ids in explained.items():
        judged.explained_by[check] = tuple(id for id in judged.explained_by.get(check, ()) if id in ids)


def _narrow_signs(judged: Judged, calls: Sequence[Call], misconceptions: Sequence[Misconception]) -> None:
    """Drop misconceptions known by signs that show in some of a check's wrong models and not in others.

    `calls` are those of one check; what it says holds for all checks of the function. So does what it raised: an
    exception has a name only if every check in which the function raised leads to that name.
    """
    name = calls[0].function.name
    mine = [call for call in judged.calls if call.function.name == name]
    wrong = [call for call in calls if call.problem is not None and call.raised is None]
    for each in misconceptions:
        sign = each.signs.get(name)
        if sign is not None and len({sign(call.got, *call.case.args, **call.case.kwargs) for call in wrong}) > 1:
            _forget(judged, {call.check for call in mine}, each.id)
    raising = {call.check for call in mine if call.raised is not None}
    for check in raising:
        for id in judged.explained_by.get(check, ()):
            if any(id not in judged.explained_by.get(other, ()) for other in raising):
                _forget(judged, raising, id)


def _forget(judged: Judged, checks: Collection[str], id: str) -> None:
    for check in checks:
        judged.explained_by[check] = tuple(each for each in judged.explained_by.get(check, ()) if each != id)


def _relate(judged: Judged, wrong: Collection[str], relation: NamedRelation | None) -> None:
    if relation is None:
        return
    if relation not in judged.relations:
        judged.relations.append(relation)
    judged.checks = [
        check.model_copy(update={"relation": relation.id})
        if check.name in wrong and (check.outcome is Outcome.FAILED or is_condition(relation.id))
        else check
        for check in judged.checks
    ]
