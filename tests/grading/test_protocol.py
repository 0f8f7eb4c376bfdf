"""The wire: honest values arrive as they were sent, and nothing that is sent can surprise the examiner."""

import contextlib
import json
import math
import socket
import struct
import threading

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from fcnkit.grading import protocol
from fcnkit.grading.protocol import (
    MAX_CONFIG,
    MAX_DEPTH,
    MAX_JSON,
    TOO_DEEP,
    TOO_LARGE,
    Closed,
    Decoder,
    Encoder,
    Input,
    Opaque,
    ProtocolError,
)
from fcnkit.grading.wire import receive, send

DTYPES = st.sampled_from(
    ["bool", "int8", "uint8", "int64", "float16", "float32", "float64", "complex128", ">f8", ">i4"]
)
ARRAYS = DTYPES.flatmap(lambda dtype: hnp.arrays(np.dtype(dtype), hnp.array_shapes(min_dims=0, max_dims=3, min_side=0)))
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | hnp.from_dtype(np.dtype("float32"))
VALUES = st.recursive(
    SCALARS | ARRAYS | st.lists(st.integers(), max_size=4).map(tuple).map(Input),
    lambda inner: (
        st.lists(inner)
        | st.lists(inner).map(tuple)
        | st.dictionaries(st.text() | st.integers() | st.tuples(st.integers()), inner)
    ),
    max_leaves=12,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(st.sampled_from(["tuple", "list", "dict", "array", "scalar", "input", "x"]), inner)
    ),
    max_leaves=30,
)


def crossed(value: object) -> object:
    """`value` after the wire: encoded, written as JSON, read and decoded."""
    encoder = Encoder()
    tree = json.loads(json.dumps(encoder.encode(value)))
    return Decoder(bytes(encoder.arrays)).decode(tree)


def alike(left: object, right: object) -> bool:
    if isinstance(left, np.ndarray | np.generic):
        return (
            type(left) is type(right)
            and left.dtype.newbyteorder("=") == right.dtype
            and np.array_equal(left, right, equal_nan=left.dtype.kind in "fc")
        )
    if isinstance(left, dict):
        return isinstance(right, dict) and left.keys() == right.keys() and all(alike(left[k], right[k]) for k in left)
    if isinstance(left, list | tuple):
        return type(left) is type(right) and len(left) == len(right) and all(map(alike, left, right))
    if isinstance(left, float) and math.isnan(left):
        return isinstance(right, float) and math.isnan(right)
    return type(left) is type(right) and left == right


@given(VALUES)
def test_values_arrive_as_they_were_sent(value):
    assert alike(value, crossed(value))


@given(JSON, st.binary(max_size=64))
def test_no_document_surprises_the_decoder(tree, arrays):
    with contextlib.suppress(ProtocolError):
        Decoder(arrays).decode(tree)


class Tuple(tuple):
    """A subclass, whose `__eq__` could be anything."""

    __slots__ = ()


@pytest.mark.parametrize(
    "value",
    [
        Tuple((1, 2)),
        np.zeros(2).view(np.recarray),
        np.ma.masked_array([1.0]),
        np.array([object()]),
        np.array(["text"]),
        np.zeros(1, dtype=[("field", "f8")]),
        1 << 5000,
        {1, 2},
        len,
        (n for n in range(3)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_not_plain_data_crosses_as_its_description_only(value):
    assert isinstance(crossed(value), Opaque)


@pytest.mark.parametrize("said", ["hidden input 42", "array of 3383 MiB", "int\nfrom the student"])
def test_no_words_of_the_students_own_describe_a_value(said):
    assert Decoder(b"").decode({"opaque": said}) == Opaque("object")
    assert crossed(type(said, (), {})()) == Opaque("object")
    assert crossed(iter(())) == Opaque("object")
    assert crossed({1, 2}) == Opaque("set")


def test_a_lazy_array_of_gibibytes_is_not_copied():
    assert crossed(np.broadcast_to(np.float32(0), (7390, 200, 200, 3))) == Opaque(TOO_LARGE)


def test_a_list_that_contains_itself_ends():
    endless: list[object] = []
    endless.append(endless)
    value, depth = crossed(endless), 0
    while isinstance(value, list):
        (value,), depth = value, depth + 1
    assert (value, depth) == (Opaque(TOO_DEEP), MAX_DEPTH)


def test_a_lone_surrogate_cannot_reach_a_file():
    assert crossed("\ud800") == "?"


@pytest.mark.parametrize(
    "tree",
    [
        {"array": ["|O", [1], 0]},
        {"array": ["<f8", [2], 0]},
        {"array": ["<f8", [-1], 0]},
        {"array": ["<f8", [1 << 62], 0]},
        {"array": ["<f8", [True], 0]},
        {"array": ["<f8", [1], -8]},
        {"array": ["<f8", [0, 1 << 40, 1 << 40], 0]},
        {"list": [{"array": ["|u1", [8], 0]}, {"array": ["|u1", [1], 0]}]},
        {"model": ["x" * (MAX_CONFIG + 1), []]},
        {"model": ["한", []]},
        {"dict": [[key * (2**61 - 1), 0] for key in range(5000)]},
        {"dict": [[{"list": []}, 1]]},
        {"dict": [[1]]},
        {"tuple": [], "list": []},
        {"tuple": "ab"},
        [],
    ],
    ids=lambda tree: str(tree)[:40],
)
def test_a_forged_value_is_refused(tree):
    with pytest.raises(ProtocolError):
        Decoder(bytes(8)).decode(tree)


def test_the_longest_configuration_can_be_sent_on():
    model = Decoder(b"").decode({"model": ['"' * MAX_CONFIG, []]})
    assert len(json.dumps(Encoder().encode(model))) < MAX_JSON - 1000


@pytest.fixture
def pair():
    left, right = socket.socketpair()
    with left, right:
        yield left, right


def test_a_message_crosses_whole(pair):
    left, right = pair
    arrays = bytes(1 << 20)  # more than a socket's buffer
    sender = threading.Thread(target=send, args=(left, {"id": "1"}, arrays))
    sender.start()
    assert receive(right) == ({"id": "1"}, arrays)
    sender.join()


@pytest.mark.parametrize(
    "frame",
    [
        struct.pack(">II", protocol.MAX_JSON + 1, 0),
        struct.pack(">II", 0, protocol.MAX_ARRAYS + 1),
        struct.pack(">II", 3, 0) + b"[1]",
        struct.pack(">II", 2, 0) + b"\xff\xff",
        struct.pack(">II", 200_000, 0) + b"[" * 200_000,
    ],
    ids=["document too large", "arrays too large", "not an object", "not text", "too deep"],
)
def test_what_is_not_a_frame_is_refused_before_it_is_read(pair, frame):
    left, right = pair
    left.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 20)
    left.sendall(frame)
    with pytest.raises(ProtocolError):
        receive(right)


def test_the_end_of_the_stream_is_told_apart(pair):
    left, right = pair
    left.sendall(b"\0\0")
    left.close()
    with pytest.raises(Closed):
        receive(right)


def test_all_dicts_of_a_message_together_have_few_keys_and_none_of_them_is_long():
    modulus = 2**61 - 1

    def encoded(value):
        return {"dict": [[key, 0] for key in value]}

    with pytest.raises(ProtocolError, match="too many keys"):
        Decoder(b"").decode({"list": [encoded([key * modulus for key in range(600)])] * 2})
    with pytest.raises(ProtocolError, match="cannot be a key"):
        Decoder(b"").decode(encoded([{"tuple": [0] * 9}]))
    assert Decoder(b"").decode(encoded([{"tuple": [1, 2]}, "a", None])) == {(1, 2): 0, "a": 0, None: 0}
    assert Encoder().encode({(0,) * 9: 1}) == {"opaque": "dict"}
