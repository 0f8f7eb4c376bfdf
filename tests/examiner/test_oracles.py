"""Right answers for students' code: plain data alone, whatever is asked, and within bounds."""

import builtins
import os
import socket
import time
from contextlib import ExitStack

import numpy as np
import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from proof import examples

from fcnkit.allowances import Limits
from fcnkit.grading.examiner import compare
from fcnkit.grading.examiner.check import Function, Look, case
from fcnkit.grading.examiner.oracles import Oracles, plain_oracles
from fcnkit.grading.examiner.student_process import ProcessLost
from fcnkit.grading.protocol import Decoder, Encoder, File, Input, Opaque, ProtocolError


def double(x, times=2):
    return x * times


def for_ever(_x):
    while True:
        pass


def a_while(_x):
    end = time.process_time() + 0.1
    while time.process_time() < end:
        pass
    return "done"


ORACLES = {
    "double": double,
    "for_ever": for_ever,
    "a_while": a_while,
    "crash": lambda _x: os._exit(3),
    "memory": np.ones,
    "large": lambda x: ["x" * 100] * x,
    "several": lambda _x: (1, [2.5, None], {"a": np.arange(3)}, np.float32(0.5)),
}


@pytest.fixture
def made():
    """Makes some, and closes them."""
    with ExitStack() as close:

        def make(**limits):
            oracles = Oracles(ORACLES, Limits(**limits), lambda: None)
            close.callback(oracles.close)
            return oracles

        yield make


@pytest.fixture
def oracles(made):
    return made()


def ask(oracles, name, *args, call="a", **kwargs):
    """What comes of one question: a value, or the name of the exception to raise."""
    encoder = Encoder()
    question = {"id": call, "asks": name, "args": encoder.encode(args), "kwargs": encoder.encode(kwargs)}
    said, arrays = oracles.answer(question, bytes(encoder.arrays))
    return said["raised"] if "raised" in said else Decoder(arrays).decode(said["value"])


def test_an_answer_is_plain_data(oracles):
    np.testing.assert_array_equal(ask(oracles, "double", np.arange(3.0), times=3), [0, 3, 6])
    one, two, three, four = ask(oracles, "several", 0)
    assert (one, two, four) == (1, [2.5, None], 0.5)
    np.testing.assert_array_equal(three["a"], [0, 1, 2])
    assert oracles.asked == {"double", "several"}


def test_nonsense_raises_in_the_students_process_and_the_next_call_is_answered(oracles):
    assert ask(oracles, "double") == "TypeError"
    assert ask(oracles, "double", {}, 2) == "TypeError"
    assert ask(oracles, "double", [1] * 10, times="x") == "TypeError"
    for foreign in (object(), File("a.png", b""), Input((2, 2)), Opaque("object")):
        assert ask(oracles, "double", [foreign]) == "TypeError"
    assert ask(oracles, "double", 4) == 8


@pytest.mark.parametrize("name", ["for_ever", "crash"])
def test_what_never_ends_or_takes_its_process_down_is_over_for_the_whole_question(made, name):
    oracles = made(call_seconds=0.15)
    assert ask(oracles, name, 0) == "TimeoutError"
    assert ask(oracles, "double", 4, call="b") == "TimeoutError"


def test_time_is_counted_for_each_call_and_in_all(made):
    limited = made(call_seconds=0.15)
    assert [ask(limited, "a_while", 0) for _ in range(3)] == ["done", "TimeoutError", "TimeoutError"]
    assert ask(made(call_seconds=0.15), "a_while", 0, call="b") == "done"
    limited = made(call_seconds=0.15, question_seconds=0.16)
    assert [ask(limited, "a_while", 0, call=call) for call in "abc"] == ["done", "TimeoutError", "TimeoutError"]


def test_memory_and_size_of_an_answer_are_bounded(oracles):
    assert ask(oracles, "memory", 1 << 30) == "MemoryError"
    assert ask(oracles, "memory", 9 << 20) == Opaque("value too large to hand in")
    assert ask(oracles, "large", 1 << 17) == "MemoryError"
    assert ask(oracles, "double", 4) == 8


def test_who_asks_too_often_is_ended(monkeypatch, oracles):
    monkeypatch.setattr("fcnkit.grading.examiner.oracles.MAX_CALLS", 20)
    assert [ask(oracles, "double", 1, call=str(number // 20)) for number in range(60)] == [2] * 60
    assert [ask(oracles, "double", 1, call="b") for _ in range(20)] == [2] * 20
    with pytest.raises(ProcessLost, match="too often"):
        ask(oracles, "double", 1, call="b")


def test_who_asks_for_too_much_is_ended(oracles):
    large = np.ones(1 << 22)
    with pytest.raises(ProcessLost, match="too often, or with too much"):
        list(map(ask, [oracles] * 2, ["double"] * 2, [large] * 2))


QUESTION = {"id": "a", "asks": "double", "args": {"tuple": [1]}, "kwargs": {"dict": []}}


@pytest.mark.parametrize(
    "shape",
    [
        {"asks": "transposed_conv2d"},
        {"asks": ["double"]},
        {"asks": None},
        {"id": 1},
        {"args": [1, 2]},
        {"args": {"list": [1]}},
        {"args": {"tuple": [{"array": ["|O", [1], 0]}]}},
        {"args": {"tuple": [{"array": ["<f8", [1 << 40], 0]}]}},
        {"kwargs": None},
        {"kwargs": {"dict": [[1, 2]]}},
    ],
    ids=str,
)
def test_what_is_no_question_is_no_message(oracles, shape):
    with pytest.raises(ProtocolError):
        oracles.answer({**QUESTION, **shape}, b"")


@pytest.mark.parametrize("depth", [900, 1_000, 5_000])
def test_what_is_nested_too_deep_is_no_message(oracles, depth):
    deep: list[object] = []
    for _ in range(depth):
        deep = [deep]
    with pytest.raises(ProtocolError):
        oracles.answer({**QUESTION, "args": deep}, b"")


TAGS = st.sampled_from(["tuple", "list", "dict", "array", "scalar", "model", "file", "input", "opaque", "refused", "x"])
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
TREES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TAGS, inner, max_size=2), max_leaves=12
)


@examples(100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    args=st.lists(TREES, max_size=3).map(lambda args: {"tuple": args}) | TREES,
    kwargs=st.just({"dict": []}) | TREES,
    arrays=st.binary(max_size=16),
)
def test_whatever_is_asked_is_answered_raised_or_no_question(oracles, args, kwargs, arrays):
    try:
        said, _ = oracles.answer({"id": "a", "asks": "double", "args": args, "kwargs": kwargs}, arrays)
    except ProtocolError:
        return
    assert set(said) <= {"value"} or hasattr(builtins, said["raised"])


def test_the_answering_process_holds_nothing_else_open(oracles):
    ours, theirs = socket.socketpair()
    assert ask(oracles, "double", 4) == 8
    ours.close()
    theirs.settimeout(5)
    assert theirs.recv(1) == b""
    theirs.close()


def test_only_functions_of_plain_data_stand_in_for_others():
    plain = Function("plain", double, compare.values, example=case(2))
    look = Look(lambda model, _case: model, lambda facts: facts)
    others = [
        Function("model", double, compare.values, example=case(2), look=look),
        Function("fills", double, compare.values, example=case([2]), in_place=True),
        Function("file", double, compare.values, example=case(File("a.png", b""))),
        Function("tensor", double, compare.values, example=case(x=Input((2, 2)))),
        Function("two", double, compare.values, example=case(2)),
        Function("two", a_while, compare.form, example=case(2)),
    ]
    again = Function("plain", double, compare.form, example=case(3))
    assert plain_oracles([plain, *others, again]) == {"plain": double}
