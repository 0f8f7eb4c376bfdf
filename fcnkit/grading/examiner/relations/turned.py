"""What may have been done to an argument before it was used: made larger, flipped, sorted, cut."""

# ruff: noqa: E501 - a table reads better with a row on a line

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from fcnkit.korean import particle
from fcnkit.text import Text


def _integer(change: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def make(value: Any) -> Any:
        if isinstance(value, bool) or not isinstance(value, int | np.integer):
            raise TypeError("no integer")
        return change(value)

    return make


def _number(change: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def make(value: Any) -> Any:
        if isinstance(value, bool) or not isinstance(value, int | float | np.number):
            raise TypeError("no number")
        return change(value)

    return make


def _array(change: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Change an array, or each of a list of them."""

    def make(value: Any) -> Any:
        if isinstance(value, list) and value:
            return [make(entry) for entry in value]
        if not isinstance(value, np.ndarray):
            raise TypeError("no array")
        return change(value)

    return make


def _sequence(change: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def make(value: Any) -> Any:
        if not isinstance(value, list | tuple):
            raise TypeError("no sequence")
        return type(value)(change(value))

    return make


def _without_lines(array: Any, end: int) -> Any:
    made = array.copy()
    made[end] = 0
    made[:, end] = 0
    return made


def _turned(number: Any) -> Any:
    """With the other sign; of a size or a count, which have none, there is no such thing."""
    if isinstance(number, int | np.integer) and number >= 0:
        raise ValueError("has no sign")
    return -number


def _swapped(entry: Any, i: int, j: int) -> tuple[Any, ...]:
    entries = list(entry)
    entries[i], entries[j] = entries[j], entries[i]
    return tuple(entries)


def _opposite(value: Any) -> Any:
    if not isinstance(value, bool):
        raise TypeError("neither true nor false")
    return not value


def _how(id: str, change: Callable[[Any], Any], *said: str) -> tuple[str, Callable[[Any], Any], Text, Text]:
    ko_name, en_name, ko, en = said
    return id, change, Text(ko=ko_name, en=en_name), Text(ko=ko, en=en)


HOWS = (
    _how("more", _integer(lambda n: n + 1), "1만큼 크게 씀", "taken 1 too large", "`{name}` 값이 1만큼 클 때", "for a `{name}` that is 1 larger"),
    _how("less", _integer(lambda n: n - 1), "1만큼 작게 씀", "taken 1 too small", "`{name}` 값이 1만큼 작을 때", "for a `{name}` that is 1 smaller"),
    _how("double", _number(lambda n: 2 * n), "두 배로 씀", "taken twice", "`{name}` 값이 두 배일 때", "for twice the `{name}`"),
    _how("half", _integer(lambda n: n // 2), "절반으로 씀", "halved", "`{name}` 값이 절반(`// 2`)일 때", "for half the `{name}` (`// 2`)"),
    _how("squared", _number(lambda n: n * n), "제곱해서 씀", "squared", "`{name}` 값이 제곱일 때", "for the square of `{name}`"),
    _how("opposite", _number(lambda n: -n), "부호가 반대", "with the opposite sign", "`{name}` 값의 부호가 반대일 때", "for a `{name}` of the opposite sign"),
    _how("not", _opposite, "반대로 읽음", "read the wrong way round", "`{name}` 값이 반대일 때", "for the opposite `{name}`"),
    _how("flipped", _array(lambda a: a[::-1, ::-1]), "180도 돌려 씀", "turned by 180 degrees", "`{name}` 배열을 180도 돌렸을 때", "with `{name}` turned by 180 degrees"),
    _how("flipped-rows", _array(lambda a: a[::-1]), "위아래로 뒤집어 씀", "flipped upside down", "`{name}` 배열을 위아래로 뒤집었을 때", "with `{name}` flipped upside down"),
    _how("flipped-columns", _array(lambda a: a[:, ::-1]), "좌우로 뒤집어 씀", "flipped left to right", "`{name}` 배열을 좌우로 뒤집었을 때", "with `{name}` flipped left to right"),
    _how("transposed", _array(lambda a: a.swapaxes(0, 1)), "행과 열을 바꾸어 씀", "with rows and columns swapped", "`{name}` 배열의 행과 열을 바꾸었을 때", "with the rows and columns of `{name}` swapped"),
    _how("last-axes", _array(lambda a: a.swapaxes(-1, -2)), "마지막 두 축을 바꾸어 씀", "with its last two axes swapped", "`{name}` 배열의 마지막 두 축을 바꾸었을 때", "with the last two axes of `{name}` swapped"),
    _how("channels-turned", _array(lambda a: a[..., ::-1]), "마지막 축을 거꾸로 씀", "with its last axis reversed", "`{name}` 배열의 마지막 축을 뒤집었을 때", "with the last axis of `{name}` reversed"),
    _how("first-channel", _array(lambda a: a[..., :1]), "첫 채널만 씀", "used in its first channel only", "`{name}` 배열의 첫 채널만 쓸 때", "for the first channel of `{name}` alone"),
    _how("integers", _array(lambda a: np.trunc(a).astype(a.dtype)), "소수 부분을 버리고 씀", "without its fractions", "`{name}` 배열의 소수 부분을 버렸을 때", "with the fractions of `{name}` cut off"),
    _how("rounded", _array(lambda a: np.round(a).astype(a.dtype)), "반올림해서 씀", "rounded", "`{name}` 배열을 반올림했을 때", "with `{name}` rounded"),
    _how("positive", _array(np.abs), "부호 없이 씀", "without its signs", "`{name}` 배열의 부호를 없앴을 때", "with the signs of `{name}` lost"),
    _how("negative", _array(lambda a: -a), "부호가 반대", "with the opposite signs", "`{name}` 배열의 부호가 반대일 때", "with every sign of `{name}` turned"),
    _how("not-negative", _array(lambda a: np.maximum(a, 0)), "음수를 0으로 씀", "with its negative values as 0", "`{name}` 배열의 음수가 0일 때", "with the negative values of `{name}` as 0"),
    _how("half-precision", _array(lambda a: a.astype(np.float16).astype(a.dtype)), "`float16`에 담아 씀", "kept in `float16`", "`{name}` 배열을 `float16`에 담았을 때", "with `{name}` kept in `float16`"),
    _how("bytes", _array(lambda a: a.astype(np.uint8).astype(a.dtype)), "`uint8`에 담아 씀", "kept in `uint8`", "`{name}` 배열을 `uint8`에 담았을 때", "with `{name}` kept in `uint8`"),
    _how("signed-bytes", _array(lambda a: a.astype(np.int8).astype(a.dtype)), "`int8`에 담아 씀", "kept in `int8`", "`{name}` 배열을 `int8`에 담았을 때", "with `{name}` kept in `int8`"),
    _how("clipped-byte", _array(lambda a: np.clip(a, 0, 255)), "0–255로 잘라 씀", "clipped to 0–255", "`{name}` 배열을 0–255로 잘랐을 때", "with `{name}` clipped to 0–255"),
    _how("clipped-one", _array(lambda a: np.clip(a, 0, 1)), "0–1로 잘라 씀", "clipped to 0–1", "`{name}` 배열을 0–1로 잘랐을 때", "with `{name}` clipped to 0–1"),
    _how("over-255", _array(lambda a: a / 255), "255로 나누어 씀", "divided by 255", "`{name}` 배열을 255로 나누었을 때", "with `{name}` divided by 255"),
    _how("zeros", _array(np.zeros_like), "쓰지 않음", "not used", "`{name}` 배열이 모두 0일 때", "for a `{name}` of zeros"),
    _how("ones", _array(np.ones_like), "값을 쓰지 않음", "of ones", "`{name}` 배열이 모두 1일 때", "for a `{name}` of ones"),
    _how("last-row", _array(lambda a: np.concatenate([a[:-1], 0 * a[-1:]])), "마지막 행을 빠뜨림", "without its last row", "`{name}` 배열의 마지막 행이 0일 때", "with the last row of `{name}` as 0"),
    _how("last-column", _array(lambda a: np.concatenate([a[:, :-1], 0 * a[:, -1:]], 1)), "마지막 열을 빠뜨림", "without its last column", "`{name}` 배열의 마지막 열이 0일 때", "with the last column of `{name}` as 0"),
    _how("first-row", _array(lambda a: np.concatenate([0 * a[:1], a[1:]])), "첫 행을 빠뜨림", "without its first row", "`{name}` 배열의 첫 행이 0일 때", "with the first row of `{name}` as 0"),
    _how("first-column", _array(lambda a: np.concatenate([0 * a[:, :1], a[:, 1:]], 1)), "첫 열을 빠뜨림", "without its first column", "`{name}` 배열의 첫 열이 0일 때", "with the first column of `{name}` as 0"),
    _how("first-lines", _array(lambda a: _without_lines(a, 0)), "첫 행과 첫 열을 빠뜨림", "without its first row and column", "`{name}` 배열의 첫 행과 첫 열이 0일 때", "with the first row and column of `{name}` as 0"),
    _how("last-lines", _array(lambda a: _without_lines(a, -1)), "마지막 행과 마지막 열을 빠뜨림", "without its last row and column", "`{name}` 배열의 마지막 행과 마지막 열이 0일 때", "with the last row and column of `{name}` as 0"),
    _how("values-squared", _array(lambda a: a * a), "값을 제곱해서 씀", "with its values squared", "`{name}` 배열의 값을 제곱했을 때", "with the values of `{name}` squared"),
    _how("without-last-row", _array(lambda a: a[:-1]), "마지막 행을 보지 않음", "without its last row", "`{name}` 배열의 마지막 행이 없을 때", "for `{name}` without its last row"),
    _how("without-last-column", _array(lambda a: a[:, :-1]), "마지막 열을 보지 않음", "without its last column", "`{name}` 배열의 마지막 열이 없을 때", "for `{name}` without its last column"),
    _how("entries-positive", _sequence(lambda s: [abs(e) for e in s]), "부호 없이 씀", "without its signs", "`{name}` 값의 부호를 없앴을 때", "with the signs of `{name}` lost"),
    _how("entries-negative", _sequence(lambda s: [_turned(e) for e in s]), "부호가 반대", "with the opposite signs", "`{name}` 값의 부호가 반대일 때", "with every sign of `{name}` turned"),
    _how("entries-integers", _sequence(lambda s: [int(e) for e in s]), "소수 부분을 버리고 씀", "without its fractions", "`{name}` 값의 소수 부분을 버렸을 때", "with the fractions of `{name}` cut off"),
    _how("entries-more", _sequence(lambda s: [e + 1 for e in s]), "1만큼 크게 씀", "taken 1 too large", "`{name}` 값이 1씩 클 때", "with every number of `{name}` 1 larger"),
    _how("entries-less", _sequence(lambda s: [e - 1 for e in s]), "1만큼 작게 씀", "taken 1 too small", "`{name}` 값이 1씩 작을 때", "with every number of `{name}` 1 smaller"),
    _how("turned", _sequence(lambda s: s[::-1]), "거꾸로 읽음", "read backwards", "`{name}` 값의 순서가 거꾸로일 때", "with `{name}` in reversed order"),
    _how("sorted", _sequence(sorted), "정렬해서 씀", "sorted", "`{name}` 값을 정렬했을 때", "with `{name}` sorted"),
    _how("sorted-down", _sequence(lambda s: sorted(s, reverse=True)), "큰 것부터 정렬해서 씀", "sorted from the largest", "`{name}` 값을 큰 것부터 정렬했을 때", "with `{name}` sorted from the largest"),
    _how("all-first", _sequence(lambda s: [s[0]] * len(s)), "첫 번째 값만 씀", "used in its first entry only", "`{name}` 값이 모두 첫 번째 값과 같을 때", "with every entry of `{name}` like the first"),
    _how("all-last", _sequence(lambda s: [s[-1]] * len(s)), "마지막 값만 씀", "used in its last entry only", "`{name}` 값이 모두 마지막 값과 같을 때", "with every entry of `{name}` like the last"),
    _how("without-first", _sequence(lambda s: s[1:]), "첫 번째 항목을 빠뜨림", "without its first entry", "`{name}` 값의 첫 항목이 없을 때", "for `{name}` without its first entry"),
    _how("without-last", _sequence(lambda s: s[:-1]), "마지막 항목을 빠뜨림", "without its last entry", "`{name}` 값의 마지막 항목이 없을 때", "for `{name}` without its last entry"),
    _how("first-alone", _sequence(lambda s: s[:1]), "첫 번째 항목만 봄", "read in its first entry alone", "`{name}` 값의 첫 항목만 있을 때", "for the first entry of `{name}` alone"),
    _how("last-alone", _sequence(lambda s: s[-1:]), "마지막 항목만 봄", "read in its last entry alone", "`{name}` 값의 마지막 항목만 있을 때", "for the last entry of `{name}` alone"),
    *(
        _how(
            f"entry-{i}-as-{value}",
            _sequence(lambda s, i=i, value=value: [(*e[:i], value, *e[i + 1 :]) for e in s]),  # type: ignore[misc]
            f"각 항목의 `[{i}]` 값을 쓰지 않음", f"with `[{i}]` of each entry ignored",
            f"`{{name}}` 각 항목의 `[{i}]` 값이 늘 {value}일 때", f"for `{{name}}` with `[{i}]` of each entry as {value}",
        )
        for i in range(3) for value in (1, 0)
    ),
    *(
        _how(
            f"entry-{i}-{j}-swapped",
            _sequence(lambda s, i=i, j=j: [_swapped(e, i, j) for e in s]),  # type: ignore[misc]
            f"각 항목의 `[{i}]`{particle(i, '과')} `[{j}]` 값을 바꾸어 씀", f"with `[{i}]` and `[{j}]` of each entry swapped",
            f"`{{name}}` 각 항목의 `[{i}]`{particle(i, '과')} `[{j}]` 값이 서로 바뀌었을 때", f"for `{{name}}` with `[{i}]` and `[{j}]` of each entry swapped",
        )
        for i, j in ((0, 1), (0, 2), (1, 2))
    ),
)  # fmt: skip
"""(id, what is done, a few words, when the answer is right)"""
