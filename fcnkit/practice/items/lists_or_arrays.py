"""What + does to lists and to arrays."""

from __future__ import annotations

import re
from random import Random
from typing import Any, NamedTuple

import numpy as np

from fcnkit.practice.document import Code, mistake, say
from fcnkit.practice.item import Item, OneOf, Question
from fcnkit.practice.values import Value

KINDS = {"list": "[{}]", "tuple": "({})", "array": "np.array([{}])"}


class Numbers(NamedTuple):
    kind: str
    one: tuple[int, int]
    other: tuple[int, int]


def draw(rng: Random) -> Numbers:
    pairs = [(rng.randint(1, 9), rng.randint(1, 9)) for _ in range(2)]
    return Numbers(rng.choice([*KINDS]), pairs[0], pairs[1])


def ask(n: Numbers) -> Question:
    joined, added = [*n.one, *n.other], [a + b for a, b in zip(n.one, n.other, strict=True)]
    results = {
        "joined": _as(n.kind, joined),
        "added": _as(n.kind, added),
        "summed": f"{sum(joined)}",
        "nested": _as(n.kind, [[*n.one], [*n.other]]),
        "error": "TypeError",
    }
    right = "added" if n.kind == "array" else "joined"
    whys = {
        "joined": ("배열도 이어 붙인다고 봄", "Arrays joined, too"),
        "added": ("수끼리 더한다고 봄", "The numbers added"),
        "summed": ("모두 하나로 더한다고 봄", "All summed up"),
        "nested": ("하나로 묶어 안에 넣는다고 봄", "One put beside the other, inside a new one"),
        "error": ("더할 수 없다고 봄", "Taken for impossible"),
    }
    one, other = (KINDS[n.kind].format(", ".join(map(str, pair))) for pair in (n.one, n.other))
    key = results[right]
    if n.kind == "array":
        step = say(
            ko="NumPy 배열의 `+`는 같은 자리의 수끼리 더합니다:",
            en="Between NumPy arrays, `+` adds the numbers place by place:",
        )
    else:
        step = say(ko="리스트와 튜플의 `+`는 이어 붙입니다:", en="Between lists, and between tuples, `+` joins them:")
    return Question(
        text=(
            say(ko="다음 식의 값은 무엇입니까?", en="What is the value of this expression?"),
            Code(f"{one} + {other}"),
        ),
        answer=OneOf(
            key,
            [mistake(which, results[which], ko=ko, en=en) for which, (ko, en) in whys.items() if which != right],
        ),
        steps=(step, Code(key)),
    )


def _as(kind: str, values: list[int] | list[list[int]]) -> str:
    inside = ", ".join(map(str, values))
    return {"list": f"[{inside}]", "tuple": f"({inside})", "array": f"array([{inside}])"}[kind]


def oracle(n: Numbers) -> Value:
    make: Any = {"list": list, "tuple": tuple, "array": np.array}[n.kind]
    written = repr(make(n.one) + make(n.other))
    return re.sub(r"(?<=[\[ ]) +", "", written)  # NumPy aligns numbers of different lengths


ITEM = Item(topic="array-shapes", difficulty=1, minutes=2, book="open", draw=draw, ask=ask, oracle=oracle)
