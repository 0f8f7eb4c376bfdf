"""Finds the misconceptions that explain all wrong answers of a function and contradict none."""

from __future__ import annotations

from collections.abc import Sequence

from fcnkit.grading.examiner.misconception_answers import would_raise
from fcnkit.grading.examiner.relations.evidence import Call
from fcnkit.misconception import Misconception


def explaining(calls: Sequence[Call], misconceptions: Sequence[Misconception]) -> list[tuple[str, list[str]]]:
    """Those of which each gives what came, or is right, in every call, and which leave nothing unexplained.

    (id, the checks whose wrong answers it explains): each one that explains all alone, or else those that share them.
    """
    wrong = [call for call in calls if call.problem is not None]
    if not wrong:
        return []
    name = wrong[0].function.name
    able = [shown for each in misconceptions if name not in each.signs for shown in each.about(name)]
    found: dict[str, set[Call]] = {}
    for each in able:
        told = _explained(calls, each)
        if len(told) > len(found.get(each.id, ())):
            found[each.id] = told
    alone = [named for named, told in found.items() if len(told) == len(wrong)]
    chosen = alone or (list(found) if set().union(*found.values()) == set(wrong) else [])
    return [(named, list(dict.fromkeys(call.check for call in wrong if call in found[named]))) for named in chosen]


def _explained(calls: Sequence[Call], misconception: Misconception) -> set[Call]:
    """The wrong calls that it gives, or in which it raises the same; none at all where a call contradicts it."""
    told = set()
    for call in sorted(calls, key=lambda each: each.problem is None):  # the wrong ones tell most
        came, is_right = _foretold(call, misconception)
        if came:
            if call.problem is not None:
                told.add(call)
        elif not is_right:
            return set()
    return told


def _foretold(call: Call, misconception: Misconception) -> tuple[bool, bool]:
    """Whether the misconception explains the result of the call, and whether its answer is right there."""
    if call.raised is not None:
        return would_raise(misconception, call.function, call.case, call.raised), False
    return call.compared_with(misconception.answers[call.function.name])
