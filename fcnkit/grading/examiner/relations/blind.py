"""Answers that look at one argument alone, or at shapes alone: they are the same whatever the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from fcnkit.grading.examiner.identical import identical
from fcnkit.grading.examiner.relations.evidence import Evidence, Seen
from fcnkit.grading.protocol import Model, Opaque, RefusedValue
from fcnkit.text import Text

_SAID = (
    Text(ko="{what}만 봄", en="Looks only at {what}"),
    Text(
        ko="{what:이} 같으면 나머지가 무엇이든 같은 값이 나옵니다. 나머지 인자를 쓰는지, 함수 밖에 저장해 둔 값을 "
        "다시 쓰지 않는지 확인해 보세요.",
        en="For the same {what} the answer is the same, whatever else is given. Is the rest used, and is "
        "nothing kept from an earlier call?",
    ),
)
_SHAPES = Text(ko="배열의 모양", en="shapes of arrays")
Key = Callable[[Mapping[str, Any]], Any]


def looks_only_at(evidence: Evidence) -> tuple[str, Text, Text] | None:
    """The one thing that the answers depend on: an id, and a name and a text for it."""
    if any(isinstance(seen.got, Opaque | Model | RefusedValue) for seen in evidence.wrong):
        return None  # of what cannot be read, nobody knows whether it is the same
    if all(seen.got is None for seen in evidence.wrong):
        return None  # that `return` is missing is said, and tells more
    for id, what, key in _keys(evidence):
        if _is_all(evidence, key):
            return f"blind-{id}", _SAID[0].format(what=what), _SAID[1].format(what=what)
    return None


def _keys(evidence: Evidence) -> Iterator[tuple[str, Text, Key]]:
    arguments = evidence.seen[0].arguments
    if any(isinstance(value, np.ndarray) for value in arguments.values()):
        yield (
            "shapes",
            _SHAPES,
            lambda given: [np.shape(v) if isinstance(v, np.ndarray) else _content(v) for v in given.values()],
        )
    if len(arguments) > 1:
        for name in arguments:
            yield name, Text(ko=f"`{name}`", en=f"`{name}`"), lambda given, name=name: _content(given[name])  # type: ignore[misc]


def _content(value: Any) -> object:
    """Something to compare arguments by: equal for equal ones, and for no others."""
    if isinstance(value, np.ndarray):
        return value.dtype.str, value.shape, value.tobytes()
    return [*map(_content, value)] if isinstance(value, list | tuple) else repr(value)


def _is_all(evidence: Evidence, key: Key) -> bool:
    """Whether calls that are alike in this had one answer, and enough of them should have had several."""
    groups: dict[str, list[Seen]] = {}
    for seen in evidence.seen:
        groups.setdefault(repr(key(seen.arguments)), []).append(seen)
    several = [group for group in groups.values() if _should_differ(group)]
    if sum(seen.is_wrong for group in several for seen in group) < len(evidence.wrong):
        return False
    return all(identical(_came(group[0]), _came(seen)) for group in several for seen in group)


def _should_differ(group: list[Seen]) -> bool:
    return any(not identical(group[0].right, seen.right) for seen in group[1:])


def _came(seen: Seen) -> Any:
    return seen.got if seen.is_wrong else seen.right
