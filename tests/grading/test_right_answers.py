"""Right answers in the place of a student's function: whatever it calls its arguments, in the kinds that it gives."""

# ruff: noqa: ARG005 - students' functions have arguments, whatever becomes of them

import numpy as np
import pytest

from fcnkit.grading.worker.kinds import as_kind_of
from fcnkit.grading.worker.right_answers import MAX_TRIED, NotAnswered, RightAnswers

PARAMETERS = ["size", "kernel", "stride"]


def right(size, kernel, stride=1):
    """As the examiner's: of its own arguments alone."""
    return (size, kernel, stride)


def standing_in(own, oracle=right, parameters=PARAMETERS):
    def ask(args, kwargs):
        try:
            return oracle(*args, **kwargs)
        except Exception as error:
            raise NotAnswered(error) from None

    return RightAnswers(ask, parameters, own)


@pytest.mark.parametrize(
    ("own", "args", "kwargs"),
    [
        (lambda size, kernel, stride=1: 0, (2, 3, 4), {}),
        (lambda size, kernel, stride=1: 0, (), {"size": 2, "kernel": 3, "stride": 4}),
        (lambda n, k, s=1: 0, (2,), {"k": 3, "s": 4}),
        (lambda kernel, size, stride=1: 0, (3, 2, 4), {}),
        (lambda size, kernel, stride=1, loud=False: 0, (2, 3, 4, True), {}),
        (lambda size, kernel, stride=1, *, loud=False: 0, (2, 3, 4), {"loud": 1}),
        (lambda *args: 0, (2, 3, 4), {}),
        (lambda size, *rest: 0, (2, 3, 4), {}),
        (lambda **kwargs: 0, (), {"stride": 4, "kernel": 3, "size": 2, "loud": 1}),
        (lambda size, loud, kernel, stride=1: 0, (2, True, 3, 4), {}),
        (None, (2, 3), {"stride": 4}),
    ],
)
def test_arguments_as_the_student_has_them(own, args, kwargs):
    assert standing_in(own)(*args, **kwargs) == (2, 3, 4)


def test_a_default_of_the_students_own_is_not_passed_on():
    assert standing_in(lambda size, kernel, stride=9: 0)(2, 3) == (2, 3, 1)


def test_lists_where_the_right_one_takes_arrays_or_tuples():
    assert standing_in(None, lambda size: size.shape)([[1, 2, 3]]) == (1, 3)
    assert standing_in(None, lambda size: (1,) + size)([2, 3]) == (1, 2, 3)  # noqa: RUF005  # refuses a list
    assert standing_in(None, lambda size: {size: 1})(np.array([2, 3])) == {(2, 3): 1}


def test_what_the_right_one_refuses_the_students_own_answers():
    assert standing_in(lambda size, *_: ["own", size], lambda: 0)("x", 2) == ["own", "x"]
    with pytest.raises(TypeError):
        standing_in(None, lambda: 0)("x")


def test_the_students_own_is_called_once_with_copies_and_never_waited_for(monkeypatch):
    calls = []

    def own(size, kernel):
        calls.append((size, kernel))
        size.append(1)
        return np.zeros(3)

    stand_in, size = standing_in(own, lambda size, kernel: [len(size), kernel]), [5]
    for _ in range(3):
        assert type(stand_in(size, 3)) is np.ndarray
    assert (size, len(calls)) == ([5], 1)

    calls.clear()
    monkeypatch.setattr("fcnkit.grading.worker.right_answers.SECONDS", 0.1)  # it computes as long, each time

    def endless(size, kernel):
        calls.append((size, kernel))
        while True:
            pass

    stand_in = standing_in(endless)
    assert [stand_in(2, 3) for _ in range(20)] == [(2, 3, 1)] * 20
    assert len(calls) == MAX_TRIED


def test_one_that_calls_itself():
    names = {}

    def own(size, kernel):
        return [names["f"](size - 1, kernel)] if size else []

    names["f"] = standing_in(own)
    assert names["f"](5, 3) == [5, 3, 1]


def test_what_others_would_have_answered_is_not_asked_for():
    asked = []
    other = standing_in(lambda: asked.append("own"), lambda: asked.append("right"), [])
    standing_in(lambda size: other(), lambda size: 1)(2)
    assert asked == ["own"]
    other()
    assert asked[1:] == ["right", "own"]


BOX = {"box": (1.0, 2.0), "objectness": 3.0, "classes": [4.0, 5.0, 6.0]}


@pytest.mark.parametrize(
    ("own", "given", "expected"),
    [
        (np.zeros(2), (1.0, 2.0), np.array([1.0, 2.0])),
        (np.zeros(()), 2, np.array(2)),
        (np.zeros(1), 2, np.array([2])),
        ([0], (1, 2), [1, 2]),
        ((0,), np.array([[1], [2]]), ([1], [2])),
        (np.float64(0), 3.0, np.float64(3)),
        (0, np.float64(3), 3.0),
        (
            [{"box": np.zeros(2), "objectness": 0, "classes": ()}],
            [BOX],
            [{"box": np.array([1.0, 2.0]), "objectness": 3.0, "classes": (4.0, 5.0, 6.0)}],
        ),
        ([(np.zeros(2), 0, [])], [BOX] * 2, [(np.array([1.0, 2.0]), 3.0, [4.0, 5.0, 6.0])] * 2),
        ({"b": 0, "objectness": 0, "c": 0}, BOX, {"b": (1.0, 2.0), "objectness": 3.0, "c": [4.0, 5.0, 6.0]}),
        (None, BOX, BOX),
        ("text", 3, 3),
        (np.zeros(2), [BOX], [BOX]),
        (np.zeros(2), [[1], [1, 2]], [[1], [1, 2]]),
        ([], (1, (2,)), [1, (2,)]),
        ({}, BOX, BOX),
        ([0, [0]], (1, (2,)), [1, [2]]),
    ],
)
def test_a_right_answer_in_the_kinds_of_the_students_own(own, given, expected):
    assert repr(as_kind_of(own, given)) == repr(expected)
