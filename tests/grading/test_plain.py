"""Answers that mean what was asked for, in whatever of Python's containers."""

import enum
import types
import warnings
from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict, deque, namedtuple

import numpy as np
import pytest

from fcnkit.grading.worker.plain_values import plain

Point = namedtuple("Point", "x y")


class Words(str):
    __slots__ = ()


class Count(int):
    def __int__(self):
        raise RuntimeError("nobody asks this one")


class Share(float):
    __slots__ = ()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (TypeError, "TypeError"),
        (TypeError("can only concatenate"), "TypeError"),
        ({"a": ValueError, "b": [KeyError]}, {"a": "ValueError", "b": ["KeyError"]}),
        (OrderedDict(a=1), {"a": 1}),
        (defaultdict(list, a=(1, 2)), {"a": (1, 2)}),
        (types.MappingProxyType({"a": Words("b")}), {"a": "b"}),
        (UserDict(a=1), {"a": 1}),
        (ChainMap({"a": 1}), {"a": 1}),
        (Counter("aab"), {"a": 2, "b": 1}),
        (np.array(["image", "height"]), ["image", "height"]),
        (np.array(["image", 3, None], dtype=object), ["image", 3, None]),
        (np.array("text"), "text"),
        (np.str_("text"), "text"),
        ({np.str_("a"): 1}, {"a": 1}),
        (Point(1, [Point(2, 3)]), (1, [(2, 3)])),
        (deque([1, 2]), [1, 2]),
        ({"a": 1}.values(), [1]),
        (range(3), [0, 1, 2]),
        (Count(3), 3),
        (enum.IntEnum("Answer", {"it": 3}).it, 3),
        (Share(0.5), 0.5),
        (np.array(3), np.int64(3)),
        (np.ma.masked_array(0.5), np.float64(0.5)),
    ],
)
def test_what_means_the_same_is_the_same(value, expected):
    got = plain(value)
    assert (type(got), got) == (type(expected), expected)


@pytest.mark.parametrize(
    "value", [None, ..., 1, True, 1j, np.float32(1), np.zeros(2), {1}, int, len, b"a", range(10**9)]
)
def test_anything_else_stays_as_it_is(value):
    assert plain(value) is value


@pytest.mark.parametrize("make", [np.asmatrix, np.ma.masked_array, lambda array: array.view(np.recarray)])
def test_an_array_of_a_kind_of_its_own_is_an_array(make):
    with warnings.catch_warnings(action="ignore"):
        got = plain(make(np.eye(2)))
    assert type(got) is np.ndarray
    assert np.array_equal(got, np.eye(2))


def test_what_holds_itself_comes_to_an_end():
    endless = []
    endless.append(endless)
    assert isinstance(plain(endless), list)
