"""Names told by exceptions explain all that a function did, and relations know of calls that gave no answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest

from fcnkit.grading.examiner import compare
from fcnkit.grading.examiner.check import Case, Function, Look, case
from fcnkit.grading.examiner.explain import explain
from fcnkit.grading.examiner.judged import Judged
from fcnkit.grading.examiner.relations.evidence import Call
from fcnkit.grading.examiner.replies import Raise
from fcnkit.grading.protocol import SOMETHING, Opaque
from fcnkit.grading.results import CheckResult, NamedRelation, Outcome
from fcnkit.misconception import Misconception
from fcnkit.text import Text

SAID = Text(ko="x", en="x")


def _half(number: int) -> int:
    if number % 2:
        raise ValueError("odd")
    return number // 2


def _refuses(kind: str | None, message: str) -> bool:
    return kind == "ValueError" and "odd" in message


HALF = Function("half", lambda number: number // 2, compare.integer, example=case(4))
REFUSED = Misconception("odd-refused", SAID, SAID, {"half": _half})
BY_SIGN = Misconception("odd-refused", SAID, SAID, {"half": _half}, raises={"half": _refuses})
ALWAYS_ONE = Misconception("always-one", SAID, SAID, {"half": lambda _: 1})


def _call(function: Function, check: str, number: int, came: int | Raise) -> Call:
    asked = case(number)
    if isinstance(came, Raise):
        return Call(function, asked, Opaque(SOMETHING), SAID, check, raised=came)
    problem = function.compare(came, asked.call(function.oracle))
    return Call(function, asked, came if problem else Opaque(SOMETHING), problem, check)


def _names(calls: list[Call], explained_by: Mapping[str, tuple[str, ...]], *known: Misconception) -> dict[str, str]:
    """Each check → the misconception that is named of it, if one is."""
    failed = dict.fromkeys(call.check for call in calls if call.problem is not None)
    checks = [CheckResult(name=name, question="q", title=SAID, points=1, outcome=Outcome.ERROR) for name in failed]
    judged = Judged(checks, dict(explained_by), calls=calls)
    explain([judged], known, [])
    return {check.name: check.misconception for check in judged.checks if check.misconception}


ODD = Raise("ValueError", "ValueError: odd", None, None)
OTHER = Raise("TypeError", "TypeError: odd", None, None)
NAMED = {"a": ("odd-refused",)}


@pytest.mark.parametrize("known", [REFUSED, BY_SIGN])
def test_an_exception_has_a_name_that_explains_it(known: Misconception) -> None:
    calls = [_call(HALF, "a", 3, ODD), _call(HALF, "b", 4, 2)]
    assert _names(calls, NAMED, known) == {"a": "odd-refused"}


@pytest.mark.parametrize(
    "more",
    [
        pytest.param(_call(HALF, "b", 4, OTHER), id="another exception"),
        pytest.param(_call(HALF, "b", 5, 2), id="right where it would raise"),
        pytest.param(_call(HALF, "b", 4, 3), id="wrong where it would be right"),
        pytest.param(_call(HALF, "b", 5, 3), id="wrong where it would raise"),
    ],
)
@pytest.mark.parametrize("known", [REFUSED, BY_SIGN])
def test_an_exception_has_no_name_that_something_else_of_the_function_contradicts(
    known: Misconception, more: Call
) -> None:
    assert _names([_call(HALF, "a", 3, ODD), more], NAMED, known) == {}


def test_wrong_values_have_their_name_beside_an_exception() -> None:
    calls = [_call(HALF, "a", 3, ODD), _call(HALF, "b", 6, 1), _call(HALF, "b", 8, 1)]
    assert _names(calls, {"a": ("odd-refused",), "b": ("always-one",)}, REFUSED, ALWAYS_ONE) == {"b": "always-one"}


def _model(check: str, came: int | Raise) -> Call:
    function = Function("build", lambda _: 0, compare.integer, Case((0,), {}), Look(lambda *_: None, int))
    return _call(function, check, 0, came)


@pytest.mark.parametrize(("other", "is_named"), [(ODD, True), (OTHER, False)])
def test_of_models_an_exception_has_a_name_only_if_all_exceptions_have_it(other: Raise, *, is_named: bool) -> None:
    known = Misconception(
        "odd-refused", SAID, SAID, {"build": _half}, signs={"build": lambda *_: False}, raises={"build": _refuses}
    )
    explained_by = {"a": ("odd-refused",), "b": ("odd-refused",) if other is ODD else ()}
    named = _names([_model("a", ODD), _model("b", other), _model("c", 1)], explained_by, known)
    assert named == ({"a": "odd-refused", "b": "odd-refused"} if is_named else {})


SQUARE = Function(
    "total", lambda x, kernel: float(x.sum() * kernel.sum()), compare.values, case(np.ones((2, 2)), np.ones((2, 2)))
)


def _relation(answer: Callable[[Any, Any], Any], *others: str) -> NamedRelation:
    """What is told of an answer that may raise, of which each check stops at the first.

    `others` are functions of the same question.
    """
    calls = []
    draw = np.random.default_rng(1)
    for number in range(40):
        asked = case(draw.normal(size=(3, 4)), draw.normal(size=(2 + number % 2, 3)))
        right = asked.call(SQUARE.oracle)
        try:
            problem = compare.values(got := answer(*asked.args), right)
            calls.append(Call(SQUARE, asked, got, problem, str(number)))
        except (TypeError, ValueError) as error:
            kind = type(error).__name__
            raised = Raise(kind, f"{kind}: {error}", None, None)
            calls.append(Call(SQUARE, asked, Opaque(SOMETHING), SAID, str(number), raised=raised))
    checks = [
        CheckResult(name=call.check, question="q", title=SAID, points=1, outcome=Outcome.FAILED)
        for call in calls
        if call.problem is not None
    ]
    judged = Judged(checks, calls=calls, asks={name: frozenset({name}) for name in ("total", *others)})
    explain([judged], [], [SQUARE])
    (found,) = judged.relations
    return found


def test_when_a_function_raises_is_told_like_when_it_is_wrong() -> None:
    def square_only(x: Any, kernel: Any) -> float:
        if kernel.shape[0] != kernel.shape[1]:
            raise ValueError("not square")
        return float(x.sum() * kernel.sum())

    found = _relation(square_only)
    assert found.id == "only-kernel-square"
    assert found.name == Text(ko="`kernel` 배열이 정사각형일 때만 맞음", en="Right where `kernel` is square only")
    assert "가운데 `kernel` 배열이 정사각형일 때는 모두 맞고" in found.text.ko


def test_of_several_functions_of_a_question_it_is_said_which_is_meant() -> None:
    found = _relation(lambda x, kernel: 2 * float(x.sum() * kernel.sum()), "other")
    alone = _relation(lambda x, kernel: 2 * float(x.sum() * kernel.sum()))
    assert (found.id, found.name.ko) == (f"{alone.id}-of-total", f"`total`: {alone.name.ko}")


def test_of_a_function_that_gives_nothing_it_is_not_said_what_it_looks_at() -> None:
    asked = [(case(np.full((2, 3), n + 1.0), np.ones((n % 2 + 1, 2)))) for n in range(12)]
    judged = Judged([], calls=[Call(SQUARE, each, None, SAID, "c") for each in asked])
    explain([judged], [], [SQUARE])
    assert judged.relations == []


def test_of_answers_that_cannot_be_read_it_is_not_said_what_they_depend_on() -> None:
    unread = Opaque("Dense")
    asked = [(case(np.full((2, 3), n + 1.0), np.ones((n % 2 + 1, 2)))) for n in range(12)]
    calls = [Call(SQUARE, each, unread, SAID, "c") for each in asked]
    checks = [CheckResult(name="c", question="q", title=SAID, points=1, outcome=Outcome.FAILED)]
    judged = Judged(checks, calls=calls)
    explain([judged], [], [SQUARE])
    assert judged.relations == []


def test_of_calls_that_do_not_fit_its_parameters_nothing_is_told() -> None:
    def square_only(x: Any, kernel: Any) -> float:
        if kernel.shape[0] != kernel.shape[1]:
            raise TypeError("total() got an unexpected keyword argument 'kernel'")
        return float(x.sum() * kernel.sum())

    with pytest.raises(ValueError, match="not enough values"):
        _relation(square_only)


def test_of_a_function_that_always_raises_nothing_more_is_told() -> None:
    def never(x: Any, kernel: Any) -> float:  # noqa: ARG001  # has the arguments of what it stands for
        raise ValueError("not yet")

    with pytest.raises(ValueError, match="not enough values"):
        _relation(never)


def test_what_is_said_of_values_is_said_beside_exceptions() -> None:
    def twice(x: Any, kernel: Any) -> float:
        if kernel.shape[0] != kernel.shape[1]:
            raise ValueError("not square")
        return float(2 * x.sum() * kernel.sum())

    assert _relation(twice).id == "twice"


@pytest.mark.parametrize("precise", [True, False])
def test_a_mistake_is_known_also_where_it_leaves_only_what_rounding_leaves(*, precise: bool) -> None:
    """With a single kernel for all channels those of opposite sign cancel, in float32 but for a millionth."""
    x = np.array([[6.691, 7.803, -6.691, -7.803]], "float32")
    asked = case(x * 37, x * 11)
    function = Function("f", lambda x, kernel: x * kernel, compare.array, asked)

    def left(value: float) -> Any:
        return np.full((1, 4), value, "float32")

    got, belief = (left(0), left(4e-6)) if precise else (left(4e-6), left(0))
    assert compare.array(left(0), left(4e-6)) is not None
    assert function.comes_of(belief, got, asked)
    assert not function.comes_of(belief, left(0.5), asked)
    nothing = left(np.nan)
    assert function.comes_of(nothing, nothing.astype("float64"), asked)
    assert not function.comes_of(nothing, np.array([[np.nan, np.nan, np.nan, 0.0]]), asked)
