"""Judges a variable of the notebook: its value, or one entry of a dict whose keys were handed out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from fcnkit.grading.examiner.check import Variable
from fcnkit.grading.examiner.failure import CheckFailed
from fcnkit.grading.examiner.message_words import kind_of
from fcnkit.grading.protocol import Opaque
from fcnkit.grading.results import NOT_ANSWERED, Outcome
from fcnkit.text import Text

NOT_A_DICT = Text(
    ko="`{name}` 변수는 나누어 준 대로 딕셔너리여야 하는데 지금은 `{kind}` 값입니다. 키는 그대로 두고 `...` 자리에만 "
    "답을 써 주세요.",
    en="`{name}` should stay the dict that was handed out, but it is a `{kind}`. Keep its keys and replace each `...`.",
)
NO_ANSWER = Text(
    ko="`{kind}` 값은 답으로 읽을 수 없습니다. 숫자, 문자열, 튜플, 리스트나 NumPy 배열로 답해 주세요.",
    en="A `{kind}` cannot be read as an answer. Write a number, a string, a tuple, a list or a NumPy array.",
)
_BLANKS = re.compile(r"\s")
_QUOTES = str.maketrans(dict.fromkeys("'`´‘’“”", '"'))
NOT_WRITTEN = Opaque("ellipsis")
"""How the `...` of a variable that was handed out comes over the wire."""


def answered(got: Any) -> Any:
    """`got`, if it is an answer that can be read. Raises CheckFailed."""
    if _is_blank(got):
        raise CheckFailed(Outcome.UNATTEMPTED, NOT_ANSWERED)
    if isinstance(got, Opaque):
        raise CheckFailed(Outcome.FAILED, NO_ANSWER.format(kind=got.what))
    return got


def judge_value(variable: Variable, got: Any, beliefs: Mapping[str, Any]) -> None:
    """Raise CheckFailed unless `got` is the right value; `beliefs` are misconceptions' ids → the value they lead to."""
    problem = variable.compare(answered(got), variable.expected)
    if problem is not None:
        explains = variable.believed or variable.compare
        believers = [id for id, belief in beliefs.items() if explains(got, belief) is None]
        raise CheckFailed(Outcome.FAILED, problem, explained_by=tuple(believers))


def judge_entry(variable: Variable, got: Any, key: Any, beliefs: Mapping[str, Any]) -> None:
    """Raise CheckFailed unless the dict `got` has the right value under the key.

    Entries are independent answers: each has marks and a misconception of its own.
    """
    if type(got) is not dict:
        raise CheckFailed(Outcome.FAILED, NOT_A_DICT.format(name=variable.name, kind=kind_of(got)))
    entry = replace(variable, expected=variable.expected[key])
    judge_value(entry, _under(got, key), {id: each[key] for id, each in beliefs.items() if key in each})


def _under(got: dict[Any, Any], key: Any) -> Any:
    """What the dict has under the key or, if that is blank, under one that differs in blanks and quotes alone."""
    exact = got.get(key, NOT_WRITTEN)
    if not _is_blank(exact) or not isinstance(key, str):
        return exact
    alike = [value for other, value in got.items() if isinstance(other, str) and _letters(other) == _letters(key)]
    return next((value for value in alike if not _is_blank(value)), exact)


def _letters(key: str) -> str:
    return _BLANKS.sub("", key).translate(_QUOTES)


def _is_blank(got: Any) -> bool:
    """Whether an answer is still the `...` that was handed out, alone or in every place of a sequence, or no text."""
    if isinstance(got, str):
        return not got.strip()
    if type(got) in (list, tuple):
        return len(got) > 0 and all(map(_is_blank, got))
    return isinstance(got, Opaque) and got == NOT_WRITTEN
