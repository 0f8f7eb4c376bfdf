"""The formula for the depth of YOLO's output, by heart."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice.document import mistake, say
from fcnkit.practice.item import Item, OneOf, Question
from fcnkit.practice.values import Value, same
from fcnkit.text import Text


class Numbers(NamedTuple):
    letter: str
    boxes: int


def draw(rng: Random) -> Numbers:
    return Numbers(rng.choice("CKNkmn"), rng.randint(2, 7))


def formulas(n: Numbers) -> dict[str, str]:
    """What can be written, by its name; the first is right."""
    c, b = n.letter, n.boxes
    return {
        "right": f"(4 + 1 + {c}) × {b}",
        "objectness-forgotten": f"(4 + {c}) × {b}",
        "boxes-forgotten": f"4 + 1 + {c}",
        "classes-shared": f"(4 + 1) × {b} + {c}",
        "box-times-classes": f"(4 + 1) × {c} × {b}",
        "corners-only": f"(2 + 1 + {c}) × {b}",
    }


WHY = {
    "objectness-forgotten": Text(ko="물체 확신도를 빠뜨림", en="The objectness forgotten"),
    "boxes-forgotten": Text(ko="칸 하나에 상자가 여럿임을 빠뜨림", en="Several boxes per cell forgotten"),
    "classes-shared": Text(
        ko="클래스 점수를 상자들이 함께 쓴다고 봄", en="One set of class scores for all boxes of a cell"
    ),
    "box-times-classes": Text(ko="상자를 클래스마다 따로 셈", en="A box for each class"),
    "corners-only": Text(ko="너비와 높이를 빠뜨림", en="Width and height forgotten"),
}


def ask(n: Numbers) -> Question:
    written = formulas(n)
    mistakes = [mistake(name, _math(written[name]), ko=why["ko"], en=why["en"]) for name, why in WHY.items()]
    return Question(
        text=(
            say(
                ko=f"칸마다 상자를 {n.boxes}개씩 예측하고 클래스가 ${n.letter}$개인 YOLO의 출력 깊이는 무엇입니까?",
                en=f"A YOLO predicts {n.boxes} boxes in each cell and knows ${n.letter}$ classes. How deep is its "
                "output?",
            ),
        ),
        answer=OneOf(_math(written["right"]), mistakes),
        steps=(
            say(
                ko=f"상자마다 위치와 크기 4개, 물체 확신도 1개, 클래스 점수 ${n.letter}$개: ${written['right']}$",
                en=f"Each box has 4 numbers for place and size, 1 objectness and ${n.letter}$ class scores: "
                f"${written['right']}$",
            ),
        ),
    )


def _math(formula: str) -> Text:
    return same(f"${formula}$")


def oracle(n: Numbers) -> Value:
    """The one formula that is right for every number of classes, by counting names."""

    def counted(classes: int) -> int:
        return len([(box, name) for box in range(n.boxes) for name in [*"xywhp", *range(classes)]])

    def computed(formula: str, classes: int) -> object:
        return eval(formula.replace("×", "*"), {n.letter: classes})  # noqa: S307  # one of our own, above

    (found,) = (
        formula for formula in formulas(n).values() if all(computed(formula, c) == counted(c) for c in range(1, 50))
    )
    return _math(found)


ITEM = Item(topic="yolo-output", difficulty=1, minutes=1, book="closed", draw=draw, ask=ask, oracle=oracle)
