"""Whether a call's result or exception is the one that a misconception predicts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fcnkit.grading.examiner.check import Case, Function
from fcnkit.grading.examiner.relations.evidence import NO_ANSWER
from fcnkit.grading.examiner.replies import Raise
from fcnkit.grading.protocol import Model, Opaque, RefusedValue
from fcnkit.misconception import Misconception


def would_answer(misconception: Misconception, function: Function, case: Case, got: Any) -> bool:
    sign = misconception.signs.get(function.name)
    if sign is not None:
        return sign(got, *case.args, **case.kwargs)
    if isinstance(got, Opaque | Model | RefusedValue):
        return False
    try:
        belief = case.answer(misconception.answers[function.name], in_place=function.in_place)
    except NO_ANSWER:
        return False
    return function.comes_of(belief, got, case)


def raising(misconceptions: Iterable[Misconception], function: Function, case: Case, reply: Raise) -> tuple[str, ...]:
    """Ids of those that raise the very same, as any of their answers."""
    return tuple(
        each.id
        for each in misconceptions
        if any(would_raise(shown, function, case, reply) for shown in (each, *each.about(function.name)))
    )


def would_raise(misconception: Misconception, function: Function, case: Case, reply: Raise) -> bool:
    """Whether its sign says so or, without one, it raises the very same, in Python's words for such arguments."""
    if function.name in misconception.raises:
        return misconception.raises[function.name](reply.type, reply.message)
    answer = misconception.answers.get(function.name)
    if not callable(answer) or function.name in misconception.signs:
        return False
    try:
        case.call(answer)
    except NO_ANSWER as error:
        return reply.type is not None and reply.message == f"{type(error).__name__}: {error}"
    return False
