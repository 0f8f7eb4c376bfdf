"""Which ending makes a tuple longer, and which is an error."""

from __future__ import annotations

from random import Random
from typing import Any, NamedTuple

from fcnkit.practice import Code, FillIn, Item, Question, Text, Value, blank, distractor, say


class Numbers(NamedTuple):
    size: tuple[int, int]
    ending: str


WRONG = ("({})", "{}", "[{}]")
RIGHT = ("({},)", "({}, 1)", "(1, {})")


def draw(rng: Random) -> Numbers:
    sides = [64, 96, 100, 128, 160, 200, 224, 256]
    endings = rng.choice([WRONG, RIGHT])
    return Numbers((rng.choice(sides), rng.choice(sides)), rng.choice(endings).format(rng.choice([2, 3, 4, 5])))


def build(n: Numbers) -> Question:
    numbers = tuple(int(sign) for sign in n.ending if sign.isdigit())
    joined = (*n.size, *numbers)
    right = n.ending[0] == "(" and "," in n.ending
    key: Value = joined if right else "TypeError"
    distractors = [
        distractor("error", "TypeError", ko="언제나 오류라고 생각함", en="Always taken for an error"),
        distractor("joined", joined, ko="무엇이든 이어 붙인다고 생각함", en="Taken to join anything"),
        distractor(
            "added",
            tuple(side + numbers[0] for side in n.size),
            ko="수마다 더한다고 생각함",
            en="Added to each number",
        ),
    ]
    why = {
        "right": ("튜플끼리의 `+`는 이어 붙입니다.", "Between tuples, `+` joins them."),
        "[": ("튜플과 리스트는 더할 수 없습니다.", "A tuple and a list cannot be added."),
        "(": (
            "쉼표가 없는 괄호는 튜플이 아니라 그냥 정수이고, 튜플과 정수는 더할 수 없습니다.",
            "In brackets without a comma it is no tuple but just an integer, "
            "and a tuple and an integer cannot be added.",
        ),
    }
    ko, en = why["right" if right else n.ending[0] if n.ending[0] in why else "("]
    if n.ending.isdigit():
        ko, en = "튜플과 정수는 더할 수 없습니다.", "A tuple and an integer cannot be added."
    shown = f"{joined}" if right else "TypeError"
    return Question(
        text=(
            say(
                ko="다음 코드의 마지막 줄은 무엇이 됩니까? 오류가 난다면 그 이름을 쓰세요.",
                en="What does the last line of this code give? If it is an error, write its name.",
            ),
            Code(f"img_size = {n.size}\nimg_size + {n.ending}"),
        ),
        answer=FillIn(
            (blank(Text(ko="값", en="value"), key, *([] if right else ["type error"])),), distractors=tuple(distractors)
        ),
        steps=(say(ko=ko, en=en), Code(shown)),
    )


def oracle(n: Numbers) -> Value:
    """Python itself."""
    try:
        total: Any = eval(f"{n.size} + {n.ending}")  # noqa: S307  # our own code, above
    except TypeError as error:
        return type(error).__name__
    return tuple(total)


ITEM = Item(
    topic="array-shapes",
    name=Text(ko="튜플과 숫자", en="Tuples and numbers"),
    difficulty=2,
    minutes=2,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
