"""Which of a cell's boxes are drawn."""

from __future__ import annotations

import math
from random import Random
from typing import Any, NamedTuple

import numpy as np

from fcnkit.practice import (
    Item,
    Question,
    Table,
    Text,
    Value,
    distractor,
    from_misconceptions,
    number,
    say,
    untranslated,
)

from .. import course
from ._letters import LETTERS, chosen, fill_letters

LIKELY = ("best-box-of-the-cell", "class-score-decides", "kept-below-threshold", "raw-objectness")


class Numbers(NamedTuple):
    objectness: tuple[float, ...]
    best_class: tuple[float, ...]


def draw(rng: Random) -> Numbers:
    """Two or three boxes are drawn."""
    raw = [*rng.sample([-2.0, -0.8, -0.4, 0.0], 2), *rng.sample([0.2, 0.4, 0.9, 3.0], 2), rng.choice([-3.0, 1.5])]
    rng.shuffle(raw)
    return Numbers(tuple(raw), tuple(rng.sample([-3.0, -1.0, 0.3, 1.0, 2.0, 4.0], 5)))


def build(n: Numbers) -> Question:
    key = chosen([raw > 0 for raw in n.objectness])
    # One cell whose anchors are 1, 2, … pixels wide: what was found says by its width which box it is.
    cell = np.concatenate([[0, 0, 0, 0, raw, best] for raw, best in zip(n.objectness, n.best_class, strict=True)])
    anchors = [(float(width), 1.0) for width in range(1, 6)]

    def kept(found: Any) -> Text:
        widths = [float(box[2]) for _, _, box in found]
        if not set(widths) <= {width for width, _ in anchors}:
            raise LookupError("boxes of another size: which ones they are cannot be told")
        return chosen([width in widths for width, _ in anchors])

    distractors = [
        *from_misconceptions(course, "detect", cell[None, None], 1, anchors, 32, then=kept, likely=LIKELY),
        distractor(
            "class-score-only",
            chosen([best > 0.5 for best in n.best_class]),
            ko="클래스 점수를 기준과 비교함",
            en="The class score compared with the threshold",
        ),
        distractor("all-kept", chosen([True] * 5), ko="기준을 쓰지 않음", en="The threshold not used", likely=True),
    ]
    head = (
        Text(ko="상자", en="box"),
        Text(ko="객체성 점수", en="objectness"),
        Text(ko="클래스 점수", en="class score"),
    )
    rows = [
        tuple(map(untranslated, (name, number(raw), number(best))))
        for name, raw, best in zip(LETTERS, n.objectness, n.best_class, strict=True)
    ]
    worked = ", ".join(
        f"{name} {1 / (1 + math.exp(-raw)):.2f}" for name, raw in zip(LETTERS, n.objectness, strict=True)
    )
    return Question(
        text=(
            say(
                ko="한 칸의 상자 다섯 개가 내놓은, 아직 가공하지 않은 숫자입니다. 객체성 점수의 시그모이드가 0.5를 "
                "**넘는** 상자만 그립니다. 어느 상자를 그립니까? `P, Q`처럼 쓰세요.",
                en="The raw numbers of a cell's five boxes. A box is drawn where the sigmoid of its objectness is "
                "**above** 0.5. Which boxes are drawn? Write their letters, like `P, Q`.",
            ),
            Table((head, *rows)),
        ),
        answer=fill_letters(key, distractors),
        steps=(
            say(ko=f"시그모이드는 {worked}입니다.", en=f"The sigmoids are {worked}."),
            say(
                ko=f"σ(0) = 0.5이므로 가공하지 않은 값이 0보다 큰 상자입니다: {key['ko']}. 클래스 점수는 레이블을 고를 "
                "때만 씁니다.",
                en=f"Since σ(0) = 0.5, these are the boxes whose raw value is above 0: {key['en']}. Class scores only "
                "choose the label.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    sigmoid = 1 / (1 + np.exp(-np.array(n.objectness)))
    return untranslated(", ".join(LETTERS[index] for index in np.flatnonzero(sigmoid > 0.5)))


ITEM = Item(
    topic="yolo-output",
    name=Text(ko="남는 상자", en="The boxes that remain"),
    difficulty=2,
    minutes=4,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
