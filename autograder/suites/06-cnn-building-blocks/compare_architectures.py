"""How (year, idea, parameters) is judged, one of the three at a time."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np

from fcnkit.suite import NOT_WRITTEN, Compare, Opaque, Text, kind_of

from .architectures import IDEAS, Published

WRITTEN_OUT = 1000
"""From here on a number of parameters is no longer taken for millions: no network here has a billion."""

_TRIPLE = Text(
    ko="(연도, 아이디어, 파라미터 수) 세 가지를 이 순서로 튜플에 담아 주세요.",
    en="Give three things in a tuple, in this order: (year, idea, parameters).",
)
_EMPTY = Text(ko="아직 비어 있습니다.", en="Still empty.")
_NO_YEAR = Text(ko="연도는 정수인데 `{kind}` 값입니다.", en="A year is an integer, but this is a `{kind}`.")
_OTHER_YEAR = Text(ko="논문이 나온 해가 아닙니다.", en="The paper is not of that year.")
_UNKNOWN_IDEA = Text(
    ko="아이디어가 낱말 목록에 없습니다. 목록에 있는 말을 그대로 써 주세요.",
    en="The idea is not in the word list. Please write the words as they stand there.",
)
_OTHER_IDEA = Text(ko="이 신경망의 핵심 아이디어가 아닙니다.", en="That is not what was new about this network.")
_NO_NUMBER = Text(
    ko="파라미터 수는 숫자인데 `{kind}` 값입니다.", en="The parameters are a number, but this is a `{kind}`."
)
_OTHER_NUMBER = Text(
    ko="파라미터 수가 발표된 값과 25 % 넘게 다릅니다. 단위가 백만 개인지도 확인해 보세요.",
    en="The number of parameters is more than 25 % off. Check the unit, too: millions.",
)


def _entry(place: int, judge: Callable[[Any, Published], Text | None]) -> Compare:
    """Judges one of the three, whatever the others are, against what is published or what somebody believes."""

    def compare(got: Any, expected: Any) -> Text | None:
        if got is expected:
            return None
        if type(got) not in (tuple, list) or len(got) != 3:
            return _TRIPLE
        right = expected if isinstance(expected, Published) else _believed(*expected)
        blank = isinstance(got[place], Opaque) and got[place] == NOT_WRITTEN
        return _EMPTY if blank else judge(got[place], right)

    return compare


def _believed(year: int, words: str, millions: float) -> Published:
    return Published((year,), IDEAS[words], (millions * 0.99, millions * 1.01))


def _judge_year(got: Any, right: Published) -> Text | None:
    if not _is_number(got) or got != got // 1:
        return _NO_YEAR.format(kind=kind_of(got))
    return None if got in right.years else _OTHER_YEAR


def _judge_idea(got: Any, right: Published) -> Text | None:
    idea = _BY_LETTERS.get(_letters(got)) if isinstance(got, str) else None
    if idea is None:
        return _UNKNOWN_IDEA
    return None if idea == right.idea else _OTHER_IDEA


def _judge_parameters(got: Any, right: Published) -> Text | None:
    if not _is_number(got):
        return _NO_NUMBER.format(kind=kind_of(got))
    least, most = right.millions
    unit = 1e6 if got >= WRITTEN_OUT else 1
    return None if least * unit <= got <= most * unit else _OTHER_NUMBER


def _is_number(got: Any) -> bool:
    """Whether this is one real and finite number, Python's or NumPy's."""
    if type(got) is int:
        return True
    return isinstance(got, float | np.integer | np.floating) and bool(np.isfinite(got))


def _letters(words: str) -> str:
    """The words without what may differ: case, spaces and hyphens."""
    return re.sub(r"[\s_-]", "", words).casefold()


_BY_LETTERS = {_letters(words): idea for words, idea in IDEAS.items()}

year = _entry(0, _judge_year)
idea = _entry(1, _judge_idea)
parameters = _entry(2, _judge_parameters)
