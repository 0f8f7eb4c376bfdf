"""What a hidden check says has few wordings, whatever a function makes of its input: each choice tells a part of it."""

import builtins
import errno
import signal

import numpy as np
import pytest

from fcnkit.grading.examiner import compare
from fcnkit.grading.examiner.message_words import EXCEPTIONS, KINDS, kind_of
from fcnkit.grading.examiner.no_value import unreadable, why_no_value
from fcnkit.grading.examiner.numpy_words import _TEXTS, in_numpys_words
from fcnkit.grading.examiner.replies import Raise
from fcnkit.grading.examiner.student_process import _OF_CRASHES
from fcnkit.grading.protocol import _DTYPES, _KINDS, Opaque
from fcnkit.grading.worker.exception_text import describe

WORDINGS = 40
"""Of a comparison; with those of exceptions, NumPy's own among them, and of limits less than SECURITY_BITS a check."""
SECURITY_BITS = 7
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
    assert len(said) == len(EXCEPTIONS) + 3
    assert len(said) + WORDINGS + len(NUMPYS) < 2**SECURITY_BITS
    assert why_no_value("f", Raise("UnboundLocalError", "hidden", 1, 1)).en == "f raised NameError."
    assert len(_OF_CRASHES) == 3 < len(signal.valid_signals())


NUMPYS = {in_numpys_words("f", f"ValueError: {text}") for _, text in _TEXTS} | {
    in_numpys_words("f", f"ValueError: {text}")
    for text in ("shapes (1,) and (2,) not aligned", "index 1 is out of bounds for axis")
}


def _raised(work):
    with pytest.raises(Exception) as caught:  # noqa: PT011  # of any type
        work()
    return why_no_value("f", Raise(None, describe(caught.value).message, 1, 1)).en


def _added(left, right):
    left += right


@pytest.mark.parametrize(
    ("work", "said"),
    [
        (
            lambda: _added(np.zeros(3, "uint8"), np.ones(3)),
            "NumPy raised UFuncTypeError in f: "
            "`Cannot cast ufunc 'add' output from dtype('float64') to dtype('uint8')`",
        ),
        (
            lambda: np.zeros((7, 3)) + np.zeros((4, 5)),
            "NumPy raised ValueError in f: `operands could not be broadcast together`",
        ),
        (lambda: np.dot(np.zeros((7, 3)), np.zeros(4)), "NumPy raised ValueError in f: `shapes not aligned`"),
        (lambda: np.zeros(7)[7], "NumPy raised IndexError in f: `index out of bounds`"),
        (lambda: np.zeros(7).sum(axis=7), "NumPy raised AxisError in f: `axis out of bounds`"),
        (lambda: bool(np.zeros(7) == 1), None),
        (lambda: np.zeros(6).reshape(4, 7), "NumPy raised ValueError in f: `cannot reshape array`"),
        (lambda: _added(np.zeros(7, "int16"), 1.5), "NumPy raised UFuncTypeError in f: `Cannot cast ufunc`"),
        (lambda: np.concatenate([np.zeros((7, 3)), np.zeros((4, 5))]), None),
    ],
)
def test_numpys_exceptions_are_told_in_its_words_but_for_numbers(work, said):
    told = _raised(work)
    assert told == said or (said is None and told.startswith("NumPy raised ValueError in f: `"))
    assert "7" not in told.replace("int64", "")


@pytest.mark.parametrize(
    "message",
    [
        "ValueError: hidden 123",
        "ValueError: operands could not be",
        "TypeError: Cannot cast",
        "operands could not be broadcast together",
        "ValueError: index 123 is out of",
        "",
    ],
)
def test_what_only_looks_like_numpys_is_not_passed_on(message):
    assert in_numpys_words("f", message) is None


@pytest.mark.parametrize("hidden", ["(1,2) 123 secret", "x" * 400])
def test_nothing_behind_a_known_text_is_passed_on(hidden):
    for _, text in _TEXTS:
        assert in_numpys_words("f", f"ValueError: {text}{hidden}") in NUMPYS


def test_a_kind_is_one_of_few_words():
    assert {kind_of(Opaque(kind)) for kind in _KINDS} <= KINDS | {"object"}
    assert {kind_of(np.dtype(code).type(1)) for code in _DTYPES} == {"bool", "int", "float", "complex"}
    assert kind_of(Opaque("EagerTensor")) == "Tensor"


@pytest.mark.parametrize("kind", ["Tensor", "EagerTensor"])
def test_a_tensor_is_told_how_it_becomes_an_array(kind: str) -> None:
    assert "convert_to_numpy" in unreadable("predict_mask", Opaque(kind)).en
    assert "convert_to_numpy" not in unreadable("predict_mask", Opaque("set")).en


def test_a_call_that_does_not_fit_is_the_students_own_only_within_the_function() -> None:
    """`AveragePooling2D()` in the student's code lacks an argument; the function's own are as they were handed out."""
    message = "TypeError: AveragePooling2D.__init__() missing 1 required positional argument: 'pool_size'"
    assert why_no_value("build", Raise("TypeError", message, 3, 7)).en == "build raised TypeError."
    message = "TypeError: build() missing 1 required positional argument: 'size'"
    assert why_no_value("build", Raise("TypeError", message, None, None)).en.startswith("build could not be called")


def test_whatever_an_exception_says_of_its_place_is_described() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        exec(compile("1 / 0", "cell ²", "exec"))  # noqa: S102  # our own text
    for error in (caught.value, SyntaxError("no", (5, 1, 1, "x")), SyntaxError("no", ("cell 5", "1", 1, "x"))):
        assert describe(error).line is None


@pytest.mark.parametrize("arguments", [[np.zeros((2, 2))], [[1], "no"], [np.zeros(2), "no"]])
@pytest.mark.parametrize("kind", [RuntimeError, OSError])
def test_whatever_an_exception_holds_is_described(kind: type[Exception], arguments: list[object]) -> None:
    """An array is neither equal to a text nor not, and a list is no key: looking for limits fails on neither."""
    assert describe(kind(*arguments)).limit is None


def test_an_exception_whose_class_hides_its_name_or_place_is_described() -> None:
    def refuse(_: object) -> None:
        raise ValueError

    nameless = type("Nameless", (type,), {"__name__": property(refuse)})("Own", (Exception,), {})
    placeless = type("Placeless", (SyntaxError,), {"filename": property(refuse)})
    for kind in (nameless, placeless):
        assert describe(kind("x")).message == "Exception"


def test_the_limits_that_exceptions_tell() -> None:
    told = [describe(each).limit for each in (OSError(errno.EMFILE, "no"), RuntimeError("can't start new thread"))]
    assert told == ["open files", "processes"]


def test_an_exception_is_told_without_what_makes_a_terminal_write_in_bold() -> None:
    assert describe(ValueError("\x1b[1mCould not infer\x1b[0m it.")).message == "ValueError: Could not infer it."
