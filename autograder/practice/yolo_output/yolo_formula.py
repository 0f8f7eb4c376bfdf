"""The formula for the depth of YOLO's output, and of networks that predict a little more or less."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Distractor, Item, MultipleChoice, Question, Text, Value, say, untranslated

FORMULAS = {
    "yolo": "(4 + 1 + {c}) × {b}",
    "no-objectness": "(4 + {c}) × {b}",
    "shared-classes": "(4 + 1) × {b} + {c}",
    "no-classes": "(4 + 1) × {b}",
}
"""By what a network predicts."""
SAID = {
    "yolo": Text(
        ko="상자마다 객체성 점수와 클래스 점수가 따로 있습니다",
        en="each box has an objectness and class scores of its own",
    ),
    "no-objectness": Text(
        ko="상자마다 클래스 점수가 따로 있지만, 객체성 점수는 없습니다",
        en="each box has class scores of its own, but no objectness",
    ),
    "shared-classes": Text(
        ko="상자마다 객체성 점수가 따로 있지만, 클래스 점수는 칸마다 한 벌뿐입니다",
        en="each box has an objectness of its own, but there is one set of class scores in each cell",
    ),
    "no-classes": Text(
        ko="상자마다 객체성 점수가 따로 있지만, 클래스 점수는 없습니다",
        en="each box has an objectness of its own, but there are no class scores",
    ),
}
WRONG = Text(ko="이 식은 다음과 같을 때 맞습니다: {said}", en="That would be right where {said}")


class Numbers(NamedTuple):
    letter: str
    boxes: int
    kind: str


def draw(rng: Random) -> Numbers:
    return Numbers(rng.choice("CDKLMNQRTckmnqt"), rng.choice([3, 3, 3, *range(2, 10)]), rng.choice([*FORMULAS]))


def formulas(n: Numbers) -> dict[str, str]:
    """What can be written, by the network for which it is right."""
    return {kind: formula.format(c=n.letter, b=n.boxes) for kind, formula in FORMULAS.items()}


def build(n: Numbers) -> Question:
    written, said = formulas(n), SAID[n.kind]
    key = written[n.kind]
    distractors = [
        Distractor(kind, _math(formula), WRONG.format(said=SAID[kind]))
        for kind, formula in written.items()
        if kind != n.kind
    ]
    return Question(
        text=(
            say(
                ko=f"칸마다 상자를 {n.boxes}개씩 예측하고 클래스가 ${n.letter}$개인 탐지 신경망이 있습니다. {said.ko}. "
                "출력의 깊이, 곧 칸 하나가 내놓는 숫자는 몇 개입니까?",
                en=f"A network for detection predicts {n.boxes} boxes in each cell and is to tell apart ${n.letter}$ "
                f"classes; {said.en}. How deep is its output: how many numbers does one cell give?",
            ),
        ),
        answer=MultipleChoice(_math(key), distractors),
        steps=(
            say(
                ko=f"상자마다 위치와 크기를 나타내는 숫자가 4개이고, {said.ko}: ${key}$",
                en=f"Each box has 4 numbers for place and size; {said.en}: ${key}$",
            ),
        ),
        asks=("yolo-formula",),
    )


def _math(formula: str) -> Text:
    return untranslated(f"${formula}$")


def oracle(n: Numbers) -> Value:
    """The one formula that is right for every number of classes, by counting names."""

    def counted(classes: int) -> int:
        names = [*range(classes)]
        own: list[object] = [*"xywh"] if n.kind == "no-objectness" else [*"xywhp"]
        own += names if n.kind in ("yolo", "no-objectness") else []
        shared = names if n.kind == "shared-classes" else []
        return len([(box, name) for box in range(n.boxes) for name in own]) + len(shared)

    def computed(formula: str, classes: int) -> object:
        return eval(formula.replace("×", "*"), {n.letter: classes})  # noqa: S307  # one of our own, above

    (found,) = (
        formula for formula in formulas(n).values() if all(computed(formula, c) == counted(c) for c in range(1, 50))
    )
    return _math(found)


ITEM = Item(
    topic="yolo-output",
    name=Text(ko="출력의 깊이를 식으로", en="A formula for the depth"),
    difficulty=1,
    minutes=2,
    book="closed",
    draw=draw,
    build=build,
    oracle=oracle,
)
