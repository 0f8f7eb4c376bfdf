"""Finds the misconceptions that explain all wrong answers of a function and contradict none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

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
    able = [each for each in misconceptions if name in each.answers and name not in each.signs]
    explained = {each.id: _explained(calls, each.answers[name]) for each in able}
    found = {named: told for named, told in explained.items() if told}
    alone = [named for named, told in found.items() if len(told) == len(wrong)]
    chosen = alone or (list(found) if set().union(*found.values()) == set(wrong) else [])
    return [(named, list(dict.fromkeys(call.check for call in wrong if call in found[named]))) for named in chosen]


def _explained(calls: Sequence[Call], answer: Callable[..., Any]) -> set[Call]:
    """The wrong calls that the answer gives; none at all where a call contradicts it."""
    told = set()
    for call in sorted(calls, key=lambda each: each.problem is None):  # the wrong ones tell most
        came, is_right = call.compared_with(answer)
        if came:
            if call.problem is not None:
                told.add(call)
        elif not is_right:
            return set()
    return told
