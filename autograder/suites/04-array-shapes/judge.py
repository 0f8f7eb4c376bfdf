"""Comparisons of this assignment: what is in a batch, names of axes, and what expressions were predicted to give."""

from __future__ import annotations

import builtins
import operator
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from fcnkit.suite import Compare, Text, compare, kind_of

NOT_A_TUPLE = Text(
    ko="튜플을 돌려주어야 하는데, 돌려준 값의 자료형이 `{kind}`입니다.",
    en="A tuple should come back, but the value has the type `{kind}`.",
)
NOT_WHOLE = Text(
    ko="모양은 정수로 이루어지는데, 튜플에 `{kind}` 값이 들어 있습니다.",
    en="A shape consists of integers, but there is a `{kind}` in the tuple.",
)
NOT_ZERO = Text(
    ko="배열에 0이 아닌 값이 있습니다. `np.empty`는 메모리에 남아 있던 값을 그대로 둡니다.",
    en="There are values other than 0 in the array. `np.empty` leaves whatever was in memory.",
)
NOT_THE_BATCH = Text(
    ko="`images`를 돌려주거나 아무것도 돌려주지 않아야 하는데, 모양이나 자료형이 다른 값이 나왔습니다.",
    en="`images` itself should come back, or nothing; what came back has another shape or type.",
)
NOT_FOUR_NAMES = Text(
    ko="축이 네 개이니 이름 네 개를 리스트나 튜플에 담아 주세요.",
    en="There are four axes: give four names in a list or tuple.",
)
UNKNOWN_NAME = Text(
    ko="이름이 낱말 목록에 없습니다. 목록의 낱말을 그대로 써 주세요.",
    en="The name is not in the word list. Please write the words as they stand there.",
)
ALL_ALIKE = Text(
    ko="네 축의 뜻은 서로 다른데, 같은 낱말이 네 번 있습니다.",
    en="The four axes mean four different things, but one word stands there four times.",
)
BATCH_AXIS = Text(
    ko="‘배치’는 낱말 목록에 없습니다. 배치는 한 번에 함께 신경망을 지나는 몇 장이고, 이 배열에는 데이터 전체가 들어 "
    "있습니다.",
    en="‘Batch’ is not in the word list. A batch is the few images that go through the network together; this array "
    "holds the whole data set.",
)
LISTED_WORD = Text(
    ko="뜻이 맞으므로 정답으로 인정합니다. 낱말 목록에서 이 뜻을 나타내는 말은 `{ko}`입니다.",
    en="The meaning is right, and it counts. The word list's word for it is `{en}`.",
)
WRONG_AXIS = Text(ko="이 축의 뜻이 아닙니다.", en="That is not what this axis means.")

NONE_IS_NO_RESULT = Text(
    ko="`None`이 나오는 식은 없습니다. 튜플, 리스트, 정수, 배열이나 오류의 이름으로 답해 주세요.",
    en="None of these gives `None`. Answer with a tuple, a list, a number, an array or the name of an error.",
)
NOT_A_NAME = Text(
    ko='오류의 이름으로 읽을 수 없습니다. 오류가 난다면 `"KeyError"`처럼 파이썬에 있는 이름을, 값이 나온다면 '
    "그 값을 따옴표 없이 써 주세요.",
    en="This cannot be read as the name of an error. Where there is an error, write the name that Python has for it, "
    'such as `"KeyError"`; where there is a value, write it without quotes.',
)
NO_ERROR = Text(ko="이 식에서는 `{name}` 오류가 나지 않습니다.", en="This does not raise `{name}`.")
WRONG_KIND = Text(
    ko="이 식의 결과는 `{kind}` 값이 아닙니다. 튜플, 리스트, 정수, 배열, 오류 가운데 무엇일까요?",
    en="The result is not a value of the type `{kind}`. Will it be a tuple, a list, an integer, an array or an error?",
)
OTHER_KIND = Text(
    ko="값이 맞으므로 정답으로 인정합니다. 다만 이 식에서는 정수가 나오는데, 쓴 답의 자료형은 `{kind}`입니다.",
    en="The value is right, and it counts. Python gives integers here, though, and your answer has the type `{kind}`.",
)
WRONG_LENGTH = Text(
    ko="결과의 종류(`{kind}`)는 맞지만 길이가 다릅니다.", en="It is a `{kind}`, but its length is another one."
)
WRONG_SHAPE = Text(ko="배열인 것은 맞지만 모양이 다릅니다.", en="It is an array, but of another shape.")
WRONG_VALUE = Text(ko="종류는 맞지만 값이 다릅니다.", en="The kind is right, but the value is not.")
QUOTED_VALUE = Text(
    ko="따옴표 안에 쓴 답을 수로 읽었지만, 값이 다릅니다.",
    en="What stands in quotes was read as a number, but the value is not right.",
)

OTHER_ORDER = Text(
    ko="종류도 맞고 수도 모두 있지만, 순서가 다릅니다.",
    en="The kind is right, and so are the numbers, but they stand in another order.",
)
ONE_WRONG = Text(ko="종류는 맞고, 수 하나만 다릅니다.", en="The kind is right, and all numbers are but one.")

_EXACT = 2.0**53
"""Up to here every integer is a float, too."""
MAX_NAME = 255
"""Characters of an answer that may be a name, of an axis or of an error with what Python says of it."""
_SYNONYMS = {
    "image": "image images sample samples photo photos 이미지 사진 샘플 이미지번호 사진번호 이미지수 numimages",
    "batch": "batch batches minibatch 배치 미니배치",
    "height": "height heights row rows 높이 세로 행",
    "width": "width widths column columns col cols 너비 가로 열 폭",
    "channel": "channel channels color colors colour colours rgb 채널 색 색상 채널수 numchannels",
    "class": "class classes 클래스",
    "kernel": "kernel kernels filter filters 커널 필터",
    "epoch": "epoch epochs 에포크",
}
_LISTED = {"image": "이미지", "height": "높이", "width": "너비", "channel": "채널"}
_AXES = {word: name for name, words in _SYNONYMS.items() for word in words.split()}
_ERRORS = {
    name.casefold(): name
    for name, kind in vars(builtins).items()
    if isinstance(kind, type) and issubclass(kind, BaseException)
}
"""Python's own exceptions, which is all that the expressions could raise."""
_AROUND_A_NAME = re.compile(
    r"\b(?:builtins|np)\.|\(.*\)|^\s*(?:it\s+)?(?:raises|throws)?\s*(?:an?\s)?|\s(?:exception|is\s+raised)\b"
    r"|(?:(?<=[a-z])[가이]|\s(?:오류|에러|예외)[가이]?)?\s(?:발생|남|난다|납니다)\w*|\s(?:오류|에러|예외)",
    re.DOTALL | re.IGNORECASE,
)
"""What a sentence in either language puts around the name of an exception."""
_SAID_IN_HANGUL = re.compile(r"\s*[가-힣\s]*(?:에러|오류|예외)\s*\((?P<name>[^()]*)\)\s*")
"""A name written as it sounds, with the name itself in brackets: 타입 에러(TypeError)."""


def tuple_of_integers(got: Any, expected: object) -> Text | None:
    """A tuple, as the expected one is, that holds no fractions, whatever its length and values."""
    if type(got) is not type(expected):
        return NOT_A_TUPLE.format(kind=kind_of(got))
    numbers = got if isinstance(got, tuple | list) else ()  # a misconception may lead to a single one
    fraction = next((number for number in numbers if isinstance(number, float | np.floating)), None)
    return None if fraction is None else NOT_WHOLE.format(kind=kind_of(fraction))


def all_zero(got: object, expected: npt.NDArray[Any]) -> Text | None:
    """An array that holds zeros alone, as the expected one does, whatever its shape and dtype."""
    if not isinstance(got, np.ndarray) or not isinstance(expected, np.ndarray):
        return compare.array_shape(got, expected)
    return None if got.any() == expected.any() else NOT_ZERO


def batch_or_none(got: object, expected: object) -> Text | None:
    """None, or an array like the one that was to be filled."""
    if got is None:
        return None
    return None if _form(got) == _form(expected) else NOT_THE_BATCH


def _form(value: object) -> tuple[object, ...]:
    return (np.ndarray, value.shape, value.dtype) if isinstance(value, np.ndarray) else (type(value),)


def axes(*places: int) -> Compare:
    """The names of some of the four axes, whatever the others are."""

    def judge(got: object, expected: Any) -> Text | None:
        if type(got) not in (list, tuple) or len(got) != len(expected):  # type: ignore[arg-type]
            return NOT_FOUR_NAMES
        names = {place: _axis(got[place]) for place in places}  # type: ignore[index]
        if None in names.values():
            return UNKNOWN_NAME
        if len(set(map(_axis, got))) == 1:  # type: ignore[call-overload]
            return ALL_ALIKE
        if all(names[place] == expected[place] for place in places):
            return None
        return BATCH_AXIS if names[places[0]] == "batch" else WRONG_AXIS

    return judge


def listed(place: int) -> Compare:
    """What to say of the right name of an axis in another word than those that were to choose from."""

    def remark(got: Any, expected: Any) -> Text | None:
        name = expected[place]
        is_listed = any(word in _plain(got[place]) for word in (name, _LISTED[name]))
        return None if is_listed else LISTED_WORD.format(ko=_LISTED[name], en=name)

    return remark


def _axis(name: object) -> str | None:
    """A word of the list, in either language or in both, as “높이(height)”, whatever its case, spaces, number or form
    in Unicode."""
    if not isinstance(name, str) or len(name) > MAX_NAME:
        return None
    words = [word for word in re.split(r"[()/,:=]", _plain(name)) if word]
    named = {_AXES.get(word) for word in words}
    return named.pop() if len(named) == 1 else None


def _plain(name: str) -> str:
    return re.sub(r"[\s_]", "", unicodedata.normalize("NFKC", name)).lower()


def predicted(got: object, expected: Any) -> Text | None:
    """What an expression gives: its kind, then length or shape, and value; or the name of its error.

    A number is the same one as a float or, alone, in quotes: the question is what comes of `+`, not of which type
    numbers are.
    """
    written, got = got, _whole(got, expected)
    if got is None:
        return NONE_IS_NO_RESULT
    if isinstance(got, str):
        return _error(got, expected)
    if isinstance(expected, str):
        return WRONG_KIND.format(kind=kind_of(got))
    if isinstance(expected, np.ndarray):
        return _array(got, expected)
    if isinstance(expected, tuple | list):
        return _sequence(got, expected)
    problem = _integer(got, expected)
    return QUOTED_VALUE if problem is WRONG_VALUE and isinstance(written, str) else problem


def other_kind(got: object, expected: Any) -> Text | None:
    """What to say of a right prediction whose numbers are no integers."""
    whole = _whole(got, expected)
    kind = got.dtype.name if isinstance(got, np.ndarray) else kind_of(got)
    return None if whole is got else OTHER_KIND.format(kind=kind)


def _whole(got: object, expected: Any) -> object:
    """`got`, with integers for numbers that are as large; `got` itself where there are none, or not in its place."""
    if isinstance(expected, np.ndarray):
        if not isinstance(got, np.ndarray) or got.dtype.kind != "f" or got.shape != expected.shape:
            return got
        numbers = got.astype(np.float64)  # in half precision there is no such number as the greatest
        is_whole = (np.abs(numbers) < _EXACT).all() and (numbers == np.floor(numbers)).all()
        return numbers.astype(np.int64) if is_whole else got
    if not isinstance(expected, int):
        return got
    if isinstance(got, str) and len(got) <= MAX_NAME:
        digits = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", unicodedata.normalize("NFKC", got)).strip()
        return int(digits) if re.fullmatch(r"[0-9]{1,15}", digits) else got
    is_whole = isinstance(got, float | np.floating) and abs(float(got)) < _EXACT and float(got).is_integer()
    return int(got) if is_whole else got  # type: ignore[call-overload]


def _error(got: str, expected: Any) -> Text | None:
    """The name of an exception, with or without what Python or a sentence puts around it; case and spaces do not count.

    "TypeError()", "builtins.TypeError" and "Type Error: can only concatenate …" all mean TypeError.
    """
    if len(got) > MAX_NAME:
        return NOT_A_NAME
    said = unicodedata.normalize("NFKC", got)
    in_hangul = _SAID_IN_HANGUL.fullmatch(said)
    words = _AROUND_A_NAME.sub("", in_hangul["name"] if in_hangul else said.partition(":")[0])
    name = _ERRORS.get(re.sub(r"[\W_]", "", words).casefold())
    if name is None:
        return NOT_A_NAME
    return None if isinstance(expected, str) and name == expected else NO_ERROR.format(name=name)


def _integer(got: object, expected: int) -> Text | None:
    if isinstance(got, bool) or not isinstance(got, int | np.integer):
        return WRONG_KIND.format(kind=kind_of(got))
    return None if int(got) == expected else WRONG_VALUE


def _array(got: object, expected: npt.NDArray[Any]) -> Text | None:
    if not isinstance(got, np.ndarray):
        return WRONG_KIND.format(kind=kind_of(got))
    if got.shape != expected.shape:
        return WRONG_SHAPE
    if got.dtype.kind not in "iuf":
        return WRONG_VALUE
    return None if np.array_equal(got, expected) else _wrong(got.ravel().tolist(), expected.ravel().tolist())


def _sequence(got: object, expected: tuple[int, ...] | list[int]) -> Text | None:
    if type(got) is not type(expected):
        return WRONG_KIND.format(kind=kind_of(got))
    if len(got) != len(expected):  # type: ignore[arg-type]
        return WRONG_LENGTH.format(kind=kind_of(got))
    return compare.values(got, expected) and _wrong(got, expected)  # type: ignore[arg-type]


def _wrong(got: Sequence[object], expected: Sequence[object]) -> Text:
    """What is wrong with as many entries as there should be. A misconception may expect nested ones."""
    numbers, right = ([each for each in side if isinstance(each, int | np.integer)] for side in (got, expected))
    if min(len(numbers), len(right)) < len(expected) or len(expected) < 2:
        return WRONG_VALUE
    if sorted(numbers) == sorted(right):
        return OTHER_ORDER
    return ONE_WRONG if sum(map(operator.ne, numbers, right)) == 1 else WRONG_VALUE
