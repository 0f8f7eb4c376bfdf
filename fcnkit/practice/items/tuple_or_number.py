"""Which expression is a tuple, and which an error."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice.document import Code, mistake, say
from fcnkit.practice.item import Item, OneOf, Question
from fcnkit.practice.values import Value

ENDINGS = ("(3)", "3", "[3]", "(3,)")


class Numbers(NamedTuple):
    side: int
    ending: str


def draw(rng: Random) -> Numbers:
    return Numbers(rng.choice([64, 100, 128, 160, 200, 224]), rng.choice(ENDINGS))


def ask(n: Numbers) -> Question:
    shape = f"({n.side}, {n.side}, 3)"
    key = shape if n.ending == "(3,)" else "TypeError"
    others = {
        shape: ("언제나 이어 붙인다고 봄", "Taken to join anything"),
        "TypeError": ("언제나 오류라고 봄", "Always taken for an error"),
        f"({n.side + 3}, {n.side + 3})": ("수마다 3을 더한다고 봄", "3 added to each number"),
        f"({n.side}, {n.side}, (3,))": ("튜플을 튜플 안에 넣음", "A tuple put inside the tuple"),
        f"[{n.side}, {n.side}, 3]": ("리스트가 된다고 봄", "Taken to become a list"),
    }
    why = {
        "(3,)": (
            "쉼표가 있어 `(3,)`은 튜플이고, 튜플끼리는 이어 붙입니다.",
            "With its comma, `(3,)` is a tuple, and tuples are joined.",
        ),
        "(3)": (
            "쉼표가 없는 `(3)`은 그냥 정수 3이고, 튜플과 정수는 더할 수 없습니다.",
            "Without a comma, `(3)` is just the integer 3, and a tuple and an integer cannot be added.",
        ),
        "3": (
            "3은 정수이고, 튜플과 정수는 더할 수 없습니다.",
            "3 is an integer, and a tuple and an integer cannot be added.",
        ),
        "[3]": (
            "`[3]`은 리스트이고, 튜플과 리스트는 더할 수 없습니다.",
            "`[3]` is a list, and a tuple and a list cannot be added.",
        ),
    }
    ko, en = why[n.ending]
    return Question(
        text=(
            say(
                ko="다음 코드의 마지막 줄은 무엇이 됩니까? 오류가 난다면 그 이름을 고르세요.",
                en="What does the last line of this code give? If it is an error, choose its name.",
            ),
            Code(f"img_size = ({n.side}, {n.side})\nimg_size + {n.ending}"),
        ),
        answer=OneOf(
            key,
            [mistake(f"gives {value}", value, ko=ko, en=en) for value, (ko, en) in others.items() if value != key],
        ),
        steps=(say(ko=ko, en=en), Code(key)),
    )


def oracle(n: Numbers) -> Value:
    try:
        return repr((n.side, n.side) + {"(3)": 3, "3": 3, "[3]": [3], "(3,)": (3,)}[n.ending])  # type: ignore[operator]
    except TypeError as error:
        return type(error).__name__


ITEM = Item(topic="array-shapes", difficulty=2, minutes=2, book="open", draw=draw, ask=ask, oracle=oracle)
