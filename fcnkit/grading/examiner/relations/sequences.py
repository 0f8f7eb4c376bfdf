"""Changes of lists and tuples."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, combinations
from typing import Any

from fcnkit.grading.examiner.relations.change import Change, change


def _sequence(id: str, make: Callable[[Any], Any], *said: str) -> Change:
    def made_of(value: Any) -> Any:
        if not isinstance(value, list | tuple):
            raise TypeError("no sequence")
        made = make(value)
        return tuple(made) if isinstance(value, tuple) else list(made)

    return change(id, made_of, *said)


def _swapped(one: int, other: int) -> Callable[[Sequence[Any]], Any]:
    def make(entries: Sequence[Any]) -> Any:
        made = list(entries)
        made[one], made[other] = made[other], made[one]
        return made

    return make


def _of_pairs(make: Callable[[Any, Any], Any]) -> Callable[[Sequence[Any]], Any]:
    return lambda entries: list(accumulate(entries, make))


def _spread_out(entries: Sequence[Any]) -> list[Any]:
    """With the entries of a list or tuple in the place of it; only of what holds some."""
    if not any(isinstance(entry, list | tuple) for entry in entries):
        raise TypeError("nothing is nested")
    return [each for entry in entries for each in (entry if isinstance(entry, list | tuple) else [entry])]


_ORDINALS = (("첫 번째", "first"), ("두 번째", "second"), ("세 번째", "third"), ("네 번째", "fourth"))


def _in_pairs(entries: Sequence[Any]) -> list[Any]:
    """Four numbers as two and two."""
    if len(entries) != 4 or any(isinstance(entry, list | tuple | dict) for entry in entries):
        raise TypeError("not four numbers")
    return [list(entries[:2]), list(entries[2:])]


def _swaps() -> Iterator[Change]:
    for one, other in combinations(range(4), 2):
        (ko_one, en_one), (ko_other, en_other) = _ORDINALS[one], _ORDINALS[other]
        yield _sequence(
            f"swapped-{one}-{other}",
            _swapped(one, other),
            f"{ko_one}와 {ko_other} 값이 서로 바뀜",
            f"The {en_one} and the {en_other} swapped",
            f"{ko_one}와 {ko_other} 값이 서로 바뀌었습니다. 나머지는 맞습니다.",
            f"the {en_one} and the {en_other} entry are swapped; the rest is right.",
        )


SEQUENCES: tuple[Change, ...] = (
    *_swaps(),
    _sequence(
        "reversed",
        lambda entries: entries[::-1],
        "순서가 거꾸로",
        "The order reversed",
        "값은 모두 맞지만 순서가 거꾸로입니다.",
        "the entries are right, but in reversed order.",
    ),
    _sequence(
        "rotated",
        lambda entries: [*entries[1:], *entries[:1]],
        "한 자리씩 앞으로 밀림",
        "Moved one place forward",
        "한 자리씩 앞으로 밀리고 첫 번째 값이 맨 뒤에 있습니다.",
        "every entry stands one place too early, and the first one at the end.",
    ),
    _sequence(
        "rotated-back",
        lambda entries: [*entries[-1:], *entries[:-1]],
        "한 자리씩 뒤로 밀림",
        "Moved one place back",
        "한 자리씩 뒤로 밀리고 마지막 값이 맨 앞에 있습니다.",
        "every entry stands one place too late, and the last one in front.",
    ),
    _sequence(
        "sorted",
        sorted,
        "값을 크기순으로 정렬함",
        "Sorted by size",
        "값은 맞지만 작은 것부터 정렬되어 있습니다.",
        "the entries are right, but sorted from the smallest.",
    ),
    _sequence(
        "sorted-down",
        lambda entries: sorted(entries, reverse=True),
        "값을 큰 것부터 정렬함",
        "Sorted from the largest",
        "값은 맞지만 큰 것부터 정렬되어 있습니다.",
        "the entries are right, but sorted from the largest.",
    ),
    _sequence(
        "sorted-by-first",
        lambda entries: sorted(entries, key=lambda entry: entry[0]),
        "첫 번째 값을 기준으로 정렬함",
        "Sorted by the first value of each",
        "항목은 맞지만 각 항목의 첫 번째 값을 기준으로 정렬되어 있습니다.",
        "the entries are right, but sorted by the first value of each.",
    ),
    _sequence(
        "last-left-out",
        lambda entries: entries[:-1],
        "마지막 항목을 빠뜨림",
        "The last entry left out",
        "마지막 항목이 빠져 있고 나머지는 맞습니다.",
        "the last entry is missing; the rest is right.",
    ),
    _sequence(
        "first-left-out",
        lambda entries: entries[1:],
        "첫 항목을 빠뜨림",
        "The first entry left out",
        "첫 항목이 빠져 있고 나머지는 맞습니다.",
        "the first entry is missing; the rest is right.",
    ),
    *[
        _sequence(
            f"first-{count}-only",
            lambda entries, count=count: entries[:count],  # type: ignore[misc]
            "앞쪽 항목만 있음",
            "Only the first entries",
            f"맨 앞에서 많아야 {count}개까지만 있고, 있는 것은 맞습니다. "
            f"중간에 `return`하거나 멈추지 않았는지 살펴보세요.",
            f"it holds at most the first {count} of what is right. Does it return, or stop, too early?",
        )
        for count in (1, 2, 3, 4, 5)
    ],
    _sequence(
        "last-only",
        lambda entries: entries[-1:],
        "마지막 항목만 있음",
        "Only the last entry",
        "맞는 항목 가운데 마지막 하나만 있습니다. 반복할 때마다 앞의 것을 덮어쓰지 않았는지 살펴보세요.",
        "it holds only the last of the right entries. Does each round of a loop overwrite the one before?",
    ),
    _sequence(
        "first-repeated",
        lambda entries: [entries[0]] * len(entries) if entries else [],
        "첫 항목이 되풀이됨",
        "The first entry repeated",
        "개수는 맞지만 모두 첫 번째 항목과 같습니다. 반복할 때마다 자리를 옮기는지 살펴보세요.",
        "there are as many entries as there should be, but all are like the first. Does the loop move on?",
    ),
    _sequence(
        "last-repeated",
        lambda entries: [entries[-1]] * len(entries) if entries else [],
        "마지막 항목이 되풀이됨",
        "The last entry repeated",
        "개수는 맞지만 모두 마지막 항목과 같습니다. 같은 객체를 여러 번 담지 않았는지 살펴보세요.",
        "there are as many entries as there should be, but all are like the last. Is one object put in several times?",
    ),
    _sequence(
        "empty",
        lambda entries: [],  # noqa: ARG005 - whatever it holds
        "늘 비어 있음",
        "Always empty",
        "무엇이 들어 있어야 하든 비어 있습니다. 찾은 것을 실제로 담는지 살펴보세요.",
        "it is empty, whatever it should hold. Is what you find put into it?",
    ),
    _sequence(
        "running-sum",
        _of_pairs(lambda total, entry: total + entry),
        "앞의 값을 모두 더함",
        "Running sums",
        "각 자리에 그 앞의 값이 모두 더해져 있습니다.",
        "each entry has all the ones before added to it.",
    ),
    _sequence(
        "running-product",
        _of_pairs(lambda total, entry: total * entry),
        "앞의 값을 모두 곱함",
        "Running products",
        "각 자리에 그 앞의 값이 모두 곱해져 있습니다.",
        "each entry is multiplied by all the ones before.",
    ),
    _sequence(
        "nested",
        lambda entries: [entries],
        "한 겹 더 싸여 있음",
        "Wrapped once too often",
        "맞는 값이 한 겹 더 싸여 있습니다. 괄호를 한 겹 벗기세요.",
        "the right value is wrapped in one more pair of brackets.",
    ),
    _sequence(
        "in-pairs",
        _in_pairs,
        "둘씩 괄호로 묶여 있음",
        "Bracketed in pairs",
        "값은 모두 맞지만 둘씩 괄호로 묶여 있습니다. 안쪽 괄호 없이 네 수를 한 줄로 늘어놓으세요.",
        "all values are right, but they are bracketed two by two: list the four numbers without inner brackets.",
    ),
    _sequence(
        "spread-out",
        _spread_out,
        "안쪽 괄호가 풀려 있음",
        "Inner brackets missing",
        "값은 모두 맞지만 안쪽의 튜플이나 리스트가 풀려 한 줄로 이어져 있습니다. `extend`나 `*`, `+=`는 안쪽의 "
        "괄호를 벗깁니다.",
        "all values are right, but the inner tuples or lists are not kept together: `extend`, `*` and `+=` take their "
        "brackets away.",
    ),
    _sequence(
        "batch-in-front",
        lambda entries: [1, *entries],
        "맨 앞에 배치 축이 더 있음",
        "A batch axis too many in front",
        "맨 앞에 1이 하나 더 있고 나머지는 맞습니다. 여기에는 배치 축이 들어가지 않습니다.",
        "there is a 1 too many in front; the rest is right. No batch axis is asked for here.",
    ),
)
FROM_LOOPS = frozenset(
    {*(f"first-{count}-only" for count in range(1, 6)), "last-only", "first-repeated", "last-repeated", "empty"}
)
"""What is told as a slip of a loop that collects entries. A shape is not collected."""
