"""Comparing answers: what is right in some form, and which sentence a wrong one gets."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from fcnkit.grading.examiner.compare import (
    array,
    array_dtype,
    array_shape,
    count,
    each,
    form,
    integer,
    numeric_array,
    part,
    unordered,
    values,
    whole_number,
)
from fcnkit.grading.protocol import Opaque

EXPECTED = np.array([[1.0, -2.5], [0.0, 4.0]])
WHOLE = np.array([[1, -2], [0, 4]])


class Masquerade(int):
    """An int that a student's class could make equal to anything."""

    __hash__ = int.__hash__

    def __eq__(self, other: object) -> bool:
        return True


@pytest.mark.parametrize("got", [4, np.int64(4), np.uint8(4), np.int32(4)])
def test_an_integer_of_either_kind(got: Any) -> None:
    assert integer(got, 4) is None
    assert whole_number(got, 4) is None


@pytest.mark.parametrize("got", [None, True, 4.0, np.float64(4), 4 + 0j, "4", [4], (4,), np.array(4), Masquerade(3)])
def test_not_an_integer(got: Any) -> None:
    assert integer(got, 4) is not None
    assert integer(got, 1) is not None


def test_a_whole_number_may_be_a_float() -> None:
    assert whole_number(4.0, 4) is None
    assert whole_number(np.float32(4), 4) is None
    assert whole_number(4.5, 4) == integer(4.5, 4)
    assert whole_number(float("nan"), 4) is not None
    assert whole_number(True, 1) is not None
    assert whole_number(np.float16(1), 54_192_600) is not None, "the right number is too large for its type"
    assert whole_number(np.float32(1), 10**400) is not None


@pytest.mark.parametrize("dtype", ["float32", "float64", ">f8", "longdouble"])
def test_floats_of_at_least_float32(dtype: str) -> None:
    assert array(EXPECTED.astype(dtype), EXPECTED) is None


@pytest.mark.parametrize("dtype", ["int64", "int16", "float32", "float64"])
def test_integers_or_floats_for_integers(dtype: str) -> None:
    assert array(WHOLE.astype(dtype), WHOLE) is None


@pytest.mark.parametrize("dtype", ["float16", "bool", "complex128", "object", "U4", "M8[s]"])
@pytest.mark.parametrize("expected", [np.ones((2, 2)), np.ones((2, 2), dtype=int)])
def test_other_dtypes_are_wrong_although_they_hold_the_values(dtype: str, expected: Any) -> None:
    assert "dtype" in _english(array(expected.astype(int).astype(dtype), expected))


def test_an_integer_array_for_floats_is_told_why() -> None:
    assert "fractions" in _english(array(WHOLE, WHOLE.astype(float)))


@pytest.mark.parametrize("dtype", ["bool", "float16", "int8", "uint8", "float32", "float64"])
def test_numeric_arrays_of_any_real_dtype(dtype: str) -> None:
    assert numeric_array(np.eye(3).astype(dtype), np.eye(3)) is None


@pytest.mark.parametrize("dtype", ["complex64", "object", "U4"])
def test_numeric_arrays_are_real(dtype: str) -> None:
    assert "dtype" in _english(numeric_array(np.eye(3).astype(dtype), np.eye(3)))


@pytest.mark.parametrize(
    ("got", "says"),
    [
        (None, "return"),
        (EXPECTED.tolist(), "`list`"),
        ((1.0, 2.0), "`tuple`"),
        (3.0, "`float`"),
        (np.float64(3), "`float`"),
        ("array", "`str`"),
        (EXPECTED[None], "2 dimensions, but it has 3"),
        (EXPECTED.ravel(), "2 dimensions, but it has 1"),
        (EXPECTED[:1], "shape"),
        (np.ones((1, 1)), "shape"),
        (EXPECTED + 1, "every cell"),
        (EXPECTED * 2, "some of the cells"),
        (np.where(EXPECTED == 4, np.inf, EXPECTED), "NaN or infinite"),
        (np.full((2, 2), np.nan), "NaN or infinite"),
    ],
)
def test_each_difference_has_its_sentence(got: Any, says: str) -> None:
    assert says in _english(array(got, EXPECTED))
    assert says in _english(numeric_array(got, EXPECTED))


def test_the_order_is_type_then_shape_then_dtype_then_value() -> None:
    assert "dimensions" in _english(array(np.zeros(3, dtype=bool), EXPECTED))
    assert "shape" in _english(array(np.zeros((3, 3), dtype=bool), EXPECTED))
    assert "dtype" in _english(array(np.zeros((2, 2), dtype=bool), EXPECTED))


def test_a_subclass_of_ndarray_is_not_an_array() -> None:
    assert "`object`" in _english(array(np.ma.masked_all((2, 2)), EXPECTED))


def test_a_long_double_beyond_float64_is_wrong_and_no_warning() -> None:
    huge = np.full((2, 2), np.finfo(np.longdouble).max)
    assert array(huge, EXPECTED) is not None


@given(
    expected=arrays.arrays(
        np.float64, arrays.array_shapes(max_dims=3, max_side=5), elements=st.floats(-1e6, 1e6, allow_subnormal=False)
    ),
    seed=st.integers(0, 1000),
)
def test_rounding_passes_and_a_thousandth_does_not(expected: Any, seed: int) -> None:
    scale = np.abs(expected).max() or 1.0
    noise = np.random.default_rng(seed).uniform(-1, 1, expected.shape)
    assert array(expected + 1e-6 * scale * noise, expected) is None
    off = expected.copy()
    off.flat[0] += 1e-3 * scale
    assert array(off, expected) is not None


def test_what_a_fast_fourier_transform_leaves_for_zero_passes() -> None:
    assert array(np.full((2, 2), 1e-15), np.zeros((2, 2))) is None


@given(arrays.arrays(np.float64, (2, 3), elements=st.floats(100, 1000).filter(lambda value: value % 1 != 0)))
def test_no_message_tells_an_expected_value_or_shape(expected: Any) -> None:
    for got in (expected + 1, expected * [1, 1, 2], expected[:, :2], expected.astype(int), np.full((2, 3), np.nan)):
        difference = array(got, expected)
        assert difference is not None
        for text in (difference.ko, difference.en):
            assert not re.search(
                r"\d{3}|\(2, 3\)", text.replace("float32", "").replace("float64", "").replace("int64", "")
            )


NESTED = [(3, 0.5, (1.5, -2.0)), (4, 0.25, (0.0, 8.0))]
RECORD = {"box": (1.0, 2.0), "classes": [3.0]}


def test_nested_values_pass_whatever_holds_them() -> None:
    assert values(NESTED, NESTED) is None
    assert values([[3.0, np.float32(0.5), np.array([1.5, -2])], (np.int64(4), 0.25, [0, 8])], NESTED) is None
    assert values({"classes": np.array([3]), "box": [1, 2]}, RECORD) is None
    assert values((np.float64(1 + 1e-7), 1e-9), (1.0, 0.0)) is None


def test_form_asks_for_the_very_types_and_for_no_value() -> None:
    assert form([(np.int64(9), 1, (7, np.float32(7))), (0, 0.0, (0.0, 0.0))], NESTED) is None
    assert "`tuple`" in _english(form([[3, 0.5, (1.5, -2.0)], NESTED[1]], NESTED))
    assert "integer" in _english(form([(3.0, 0.5, (1.5, -2.0)), NESTED[1]], NESTED))
    assert "`list`" in _english(form(tuple(NESTED), NESTED))
    assert form(5, 3) is None
    assert form(None, 3) is not None


@pytest.mark.parametrize("compare", [values, form])
@pytest.mark.parametrize(
    ("got", "says"),
    [
        (None, "return"),
        (3, "should be a `list`"),
        ("ab", "it is a `str`"),
        ({0: 1, 1: 2}, "it is a `dict`"),
        (NESTED[:1], "fewer entries"),
        ([NESTED[0], (4, 0.25)], "`[1]` of the value returned: there are fewer entries"),
        ([NESTED[0], (4, None, (0.0, 8.0))], "`[1][1]` of the value returned: this should be one number"),
        ([NESTED[0], (True, 0.25, (0.0, 8.0))], "`bool`"),
        ([NESTED[0], (4, math.nan, (0.0, 8.0))], "NaN"),
        ([NESTED[0], (4, 0.25, (math.inf, 8.0))], "`[1][2][0]` of the value returned: NaN"),
        ([NESTED[0], (4, Opaque("a Spoof"), (0.0, 8.0))], "`object`"),
        ([NESTED[0], Opaque("generator")], "`generator`"),
        ([NESTED[0], (4, np.array(0.25), (0.0, 8.0))], "`ndarray`"),
    ],
)
def test_each_difference_in_form_has_its_sentence_and_its_place(compare: Any, got: Any, says: str) -> None:
    assert says in _english(compare(got, NESTED))


def test_keys_are_told() -> None:
    assert "`'box'`, `'classes'`" in _english(values({"box": (1.0, 2.0)}, RECORD))
    assert "should be a `dict`" in _english(values([1], RECORD))


def test_what_may_be_a_tuple_a_list_or_an_array_is_not_said_to_be_one_of_them() -> None:
    said = _english(values({"box": (1.0, 2.0), "classes": 3}, RECORD))
    assert "`['classes']` of the value returned: this should be a tuple, a list or an array, but it is a `int`" in said


def test_that_an_array_is_to_be_made_is_said_of_what_makes_the_right_one_alone() -> None:
    nested = [EXPECTED.tolist(), list(EXPECTED), tuple(map(tuple, EXPECTED))]
    assert all("np.array" in _english(array(each, EXPECTED)) for each in nested)
    assert not any("np.array" in _english(array(each, EXPECTED)) for each in ((2, 2), [], [[[1.0]]]))


def test_the_place_of_a_key_is_told() -> None:
    assert "`['box'][1]`" in _english(values({"box": (1.0, 3.0), "classes": [3.0]}, RECORD))


@pytest.mark.parametrize("got", [5, 4.0001, -4, 10**400, 1e300])
def test_a_wrong_number(got: Any) -> None:
    assert "value is not" in _english(values([got], [4]))
    assert "value is not" in _english(values([got], [4.0]))


def test_parts_are_compared_alone() -> None:
    second = each(part(values, 1))
    assert second([(9, 0.5, ()), (9, 0.25, 1)], [(3, 0.5, ()), (4, 0.25, 2)]) is None
    assert "`[1][1]`" in _english(second([(3, 0.5, ()), (4, 9, 2)], [(3, 0.5, ()), (4, 0.25, 2)]))
    assert part(values, "box")({"box": [1, 2], "classes": None}, RECORD) is None
    assert part(values, 0, 2)((1, 9, 3), (1, 2, 3)) is None
    assert "`[2]`" in _english(part(values, 0, 2)((1, 9, 4), (1, 2, 3)))
    assert part(values, 0, 1)((1, 2), (1, 2, 3)) is not None
    assert part(values, 0)(None, (1, 2)) is not None


@given(st.permutations([(0, 0.5), (1, 0.5), (1, 0.75), (2, 0.25)]))
def test_order_is_free_where_it_is_said_to_be(got: Any) -> None:
    expected = [(0, 0.5), (1, 0.5), (1, 0.75), (2, 0.25)]
    assert unordered(values)(got, expected) is None
    assert (each(values)(got, expected) is None) == (got == expected)
    assert unordered(values)(got[:3], expected) is not None


def test_each_expected_entry_is_found_only_once() -> None:
    assert unordered(values)([1, 1, 2], [1, 2, 2]) is not None
    assert "`[1]`" in _english(unordered(values)([1, 1, 2], [1, 2, 2]))
    assert unordered(values)([], []) is None
    assert unordered(values)(None, []) is not None


def test_count_looks_at_the_number_of_entries_alone() -> None:
    assert count(["a", None], [1, 2]) is None
    assert count([], [1]) is not None
    assert count(7, [1]) is not None


@given(st.lists(st.floats(100, 1000), min_size=1, max_size=5))
def test_no_message_on_nested_values_tells_an_expected_one(expected: Any) -> None:
    for got in ([value + 1 for value in expected], [*expected, 1], [str(value) for value in expected], [None] * 99):
        for compare in (values, form, each(values), unordered(values)):
            difference = compare(got, expected)
            for text in (difference.ko, difference.en) if difference else ():
                assert not re.search(r"\d{3}", text)


def _english(text: Any) -> str:
    assert text is not None
    return str(text.en)


def test_where_a_misconception_leads_to_no_array_its_numbers_are_compared() -> None:
    for compare in (array, numeric_array, array_shape, array_dtype):
        assert compare((2, 2), (2, 2)) is None
        assert compare(np.array([2, 2]), (2, 2)) is None
        assert compare((2, 3), (2, 2)) is not None
        assert compare(EXPECTED, (2, 2)) is not None
