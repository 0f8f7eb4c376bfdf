"""Judging what the notebook leaves in a variable: one value, or the entries of a dict whose keys were handed out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from fcnkit.grading.examiner.checks import Variable
from fcnkit.grading.examiner.compare import kind_of
from fcnkit.grading.examiner.failure import CheckFailed
from fcnkit.grading.protocol import Opaque
from fcnkit.grading.results import NOT_ANSWERED, Outcome
from fcnkit.text import Text

NOT_A_DICT = Text(
    ko="{name}은(는) 처음 그대로 딕셔너리여야 하는데 `{kind}` 값입니다. "
    "키는 그대로 두고 `...` 자리에만 답을 써 주세요.",
    en="{name} should stay the dict that was handed out, but it is a `{kind}`. Keep its keys and replace each `...`.",
)
NO_ANSWER = Text(
    ko="`{kind}` 값은 답으로 읽을 수 없습니다. 숫자, 글, 튜플, 리스트나 NumPy 배열로 답해 주세요.",
    en="A `{kind}` cannot be read as an answer. Write a number, a text, a tuple, a list or a NumPy array.",
)
UNDER_KEY = Text(ko="`{key}`: {problem}", en="`{key}`: {problem}")
MORE_KEYS = Text(ko="{first} (이 밖에 다시 볼 답: {keys})", en="{first} (Also worth another look: {keys})")
NOT_WRITTEN = Opaque("ellipsis")
"""How the `...` of a variable that was handed out comes over the wire."""
STILL_EMPTY = Text(ko="아직 답하지 않은 곳이 있습니다: {keys}", en="Not answered yet: {keys}")


def answered(got: Any) -> Any:
    """`got`, if it is an answer that can be read. Raises CheckFailed."""
    if _is_blank(got):
        raise CheckFailed(Outcome.UNATTEMPTED, NOT_ANSWERED)
    if isinstance(got, Opaque):
        raise CheckFailed(Outcome.FAILED, NO_ANSWER.format(kind=got.what))
    return got


def judge_value(variable: Variable, got: Any, beliefs: Mapping[str, Any]) -> None:
    """Raise CheckFailed unless `got` is the right value; `beliefs` are misconceptions' ids → the value they lead to."""
    answered(got)
    problem = _problem(variable, got, variable.expected)
    if problem is not None:
        believers = [id for id, belief in beliefs.items() if _problem(variable, got, belief) is None]
        raise CheckFailed(Outcome.FAILED, problem, explained_by=tuple(believers))


def judge_entries(variable: Variable, got: Any, keys: Collection[Any], beliefs: Mapping[str, Any]) -> None:
    """Raise CheckFailed unless the dict `got` has the right value under each of the keys."""
    if type(got) is not dict:
        raise CheckFailed(Outcome.FAILED, NOT_A_DICT.format(name=variable.name, kind=kind_of(got)))
    answers = {key: got[key] for key in keys if not _is_blank(got.get(key, NOT_WRITTEN))}
    if not answers:
        raise CheckFailed(Outcome.UNATTEMPTED, NOT_ANSWERED)
    judged = {key: _problem(variable, answer, variable.expected[key]) for key, answer in answers.items()}
    problems = {key: problem for key, problem in judged.items() if problem is not None}
    if problems:
        wrong = {key: answers[key] for key in problems}
        believers = [id for id, belief in beliefs.items() if _would_hold(variable, belief, wrong)]
        raise CheckFailed(Outcome.FAILED, _told(problems), explained_by=tuple(believers))
    if len(answers) < len(keys):
        missing = [key for key in keys if key not in answers]
        raise CheckFailed(Outcome.FAILED, STILL_EMPTY.format(keys=_listed(missing)))


def _is_blank(got: Any) -> bool:
    """Whether an answer is still the `...` that was handed out, alone or in every place of a sequence, or no text."""
    if isinstance(got, str):
        return not got.strip()
    if type(got) in (list, tuple):
        return len(got) > 0 and all(map(_is_blank, got))
    return isinstance(got, Opaque) and got == NOT_WRITTEN


def _problem(variable: Variable, got: Any, expected: Any) -> Text | None:
    if isinstance(got, Opaque):
        return NO_ANSWER.format(kind=got.what)
    return variable.compare(got, expected)


def _would_hold(variable: Variable, belief: Mapping[Any, Any], wrong: Mapping[Any, Any]) -> bool:
    return all(key in belief and _problem(variable, got, belief[key]) is None for key, got in wrong.items())


def _told(problems: Mapping[Any, Text]) -> Text:
    """What is wrong under the first of some keys, and which the others are."""
    (key, problem), *others = problems.items()
    first = UNDER_KEY.format(key=key, problem=problem)
    return MORE_KEYS.format(first=first, keys=_listed(other for other, _ in others)) if others else first


def _listed(keys: Iterable[Any]) -> str:
    return ", ".join(f"`{key}`" for key in keys)
