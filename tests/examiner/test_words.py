"""What a hidden check says has few wordings, whatever a function makes of its input: each choice tells a part of it."""

import builtins
import signal

import numpy as np
import pytest

from fcnkit.grading.examiner import compare
from fcnkit.grading.examiner.no_value import why_no_value
from fcnkit.grading.examiner.process import _OF_CRASHES
from fcnkit.grading.examiner.replies import Raise
from fcnkit.grading.examiner.words import EXCEPTIONS, KINDS, kind_of
from fcnkit.grading.protocol import _DTYPES, _KINDS, Opaque

WORDINGS = 40
"""Five bits and a bit: with the exceptions' and the limits' wordings less than six a check."""
NESTED = [{"box": (1.0, 2.0, 3.0, 4.0), "label": 3}] * 9
COMPARISONS = {
    "integer": (compare.integer, 7),
    "whole_number": (compare.whole_number, 7),
    "array": (compare.array, np.ones((2, 3))),
    "numeric_array": (compare.numeric_array, np.ones(4)),
    "array_dtype": (compare.array_dtype, np.ones(4)),
    "values": (compare.values, list(range(100))),
    "form": (compare.form, list(range(100))),
    "unordered": (compare.unordered(compare.values), list(range(100))),
    "records": (compare.each(compare.part(compare.values, "box")), NESTED),
}


def answers(expected):
    """Of all kinds, of many lengths, and wrong in each place."""
    yield from (None, True, 1, 2, 1.5, float("nan"), 1j, "x", (), [], {}, {1: 2})
    yield from map(Opaque, _KINDS)
    for code in _DTYPES:
        yield from (np.zeros(shape, code) for shape in ((), 4, (2, 3), (9, 9), (1,) * 5))
        yield np.zeros((1,), code)[0]
    yield from (np.zeros((1,) * dimensions) for dimensions in range(32))
    for length in range(300):
        yield from ([0] * length, (0,) * length, [None] * length, [{}] * length)
    if isinstance(expected, list):
        for wrong in (-1.0, None, "x", [], Opaque("set")):
            yield from ([*expected[:place], wrong, *expected[place + 1 :]] for place in range(len(expected)))


@pytest.mark.parametrize("name", COMPARISONS)
def test_a_comparison_has_few_wordings(name):
    compared, expected = COMPARISONS[name]
    said = {compared(answer, expected) for answer in answers(expected)}
    assert 2 < len(said) <= WORDINGS, said


def test_exceptions_and_signals_are_named_from_short_lists():
    names = [name for name, kind in vars(builtins).items() if isinstance(kind, type)]
    said = {why_no_value("f", Raise(name, "hidden", 1, 1)).en for name in (*names, None)}
    assert len(said) == len(EXCEPTIONS) + 2
    assert why_no_value("f", Raise("UnboundLocalError", "hidden", 1, 1)).en == "f raised NameError."
    assert len(_OF_CRASHES) == 3 < len(signal.valid_signals())


def test_a_kind_is_one_of_few_words():
    assert {kind_of(Opaque(kind)) for kind in _KINDS} <= KINDS | {"object"}
    assert {kind_of(np.dtype(code).type(1)) for code in _DTYPES} == {"bool", "int", "float", "complex"}
    assert kind_of(Opaque("EagerTensor")) == "Tensor"
