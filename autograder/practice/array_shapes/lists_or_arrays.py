"""What + does to lists, tuples and arrays."""

from __future__ import annotations

from random import Random
from typing import Any, NamedTuple

import numpy as np

from fcnkit.practice import Code, FillIn, Item, Question, Text, Value, blank, distractor, say

KINDS = {"list": "[{}]", "tuple": "({})", "array": "np.array([{}])"}
RESULTS = {
    "joined": [("list", "list"), ("tuple", "tuple")],
    "added": [("array", "array"), ("array", "list"), ("tuple", "array")],
    "error": [("list", "tuple"), ("tuple", "list")],
}
"""What + gives, and between which kinds."""


class Numbers(NamedTuple):
    kinds: tuple[str, str]
    one: tuple[int, int]
    other: tuple[int, int]


def draw(rng: Random) -> Numbers:
    pairs = [(rng.randint(1, 9), rng.randint(1, 9)) for _ in range(2)]
    return Numbers(rng.choice(RESULTS[rng.choice([*RESULTS])]), pairs[0], pairs[1])


def build(n: Numbers) -> Question:
    joined, added = (*n.one, *n.other), tuple(a + b for a, b in zip(n.one, n.other, strict=True))
    values: dict[str, Value] = {"joined": joined, "added": added, "error": "TypeError"}
    right = next(result for result, kinds in RESULTS.items() if n.kinds in kinds)
    whys = {
        "joined": ("이어 붙인다고 생각함", "Taken to be joined"),
        "added": ("수끼리 더한다고 생각함", "The numbers taken to be added"),
        "error": ("더할 수 없다고 생각함", "Taken for impossible"),
        "summed": ("모두 하나로 더한다고 생각함", "All summed up"),
    }
    steps = {
        "joined": say(
            ko="리스트끼리, 튜플끼리의 `+`는 이어 붙입니다:",
            en="Between two lists, and between two tuples, `+` joins them:",
        ),
        "added": say(
            ko="한쪽이라도 NumPy 배열이면 `+`는 같은 자리의 수끼리 더합니다:",
            en="Where one of them is a NumPy array, `+` adds the numbers place by place:",
        ),
        "error": say(
            ko="리스트와 튜플은 서로 이어 붙일 수 없습니다:",
            en="A list and a tuple cannot be joined with each other:",
        ),
    }
    one, other = (
        KINDS[kind].format(", ".join(map(str, pair))) for kind, pair in zip(n.kinds, (n.one, n.other), strict=True)
    )
    key = values.pop(right)
    distractors = [distractor(name, value, ko=whys[name][0], en=whys[name][1]) for name, value in values.items()]
    distractors.append(distractor("summed", sum(joined), ko=whys["summed"][0], en=whys["summed"][1]))
    shown = "TypeError" if right == "error" else f"({', '.join(map(str, key))})" if isinstance(key, tuple) else ""
    return Question(
        text=(
            say(
                ko="다음 식의 값에는 어떤 수가 차례로 들어 있습니까? `(1, 2)`처럼 쓰세요. 괄호의 종류는 상관없습니다. "
                "오류가 난다면 그 이름을 쓰세요.",
                en="Which numbers does the value of this expression hold, in order? Write them like `(1, 2)`, in any "
                "kind of bracket. If it is an error, write its name.",
            ),
            Code(f"{one} + {other}"),
        ),
        answer=FillIn((blank(Text(ko="값", en="value"), key, *_printed(n, key)),), distractors=tuple(distractors)),
        steps=(steps[right], Code(shown)),
    )


def _printed(n: Numbers, key: Value) -> tuple[str, ...]:
    """As NumPy writes arrays, and English the error."""
    if not isinstance(key, tuple):
        return ("type error",)
    if "array" not in n.kinds:
        return ()
    inside = ", ".join(map(str, key))
    return f"array([{inside}])", f"np.array([{inside}])", f"[{' '.join(map(str, key))}]"


def oracle(n: Numbers) -> Value:
    make: dict[str, Any] = {"list": list, "tuple": tuple, "array": np.array}
    try:
        total = make[n.kinds[0]](n.one) + make[n.kinds[1]](n.other)
    except TypeError as error:
        return type(error).__name__
    return tuple(int(number) for number in total)


ITEM = Item(
    topic="array-shapes",
    name=Text(ko="리스트와 배열의 연산", en="Operations on lists and arrays"),
    difficulty=2,
    minutes=2,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
