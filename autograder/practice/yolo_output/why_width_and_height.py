"""Why each cell predicts a width and a height, too."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import (
    Explanation,
    Item,
    Question,
    Text,
    criterion,
    explain,
    misconception,
    nothing_to_compute,
    say,
)

from ..terms import TERMS


class Numbers(NamedTuple):
    cells: int
    stride: int


def draw(rng: Random) -> Numbers:
    return Numbers(rng.randint(7, 19), rng.choice([16, 32]))


CRITERIA = (
    criterion(
        2,
        ko="칸은 물체의 중심이 어디인지만 말한다. 물체는 칸보다 훨씬 크거나 작을 수 있다",
        en="A cell tells only where an object's centre is; the object may be much larger or smaller than the cell",
    ),
    criterion(
        1,
        ko="경계 상자를 그리려면 중심과 함께 너비와 높이가 있어야 한다",
        en="To draw the bounding box takes width and height beside the centre",
    ),
    criterion(
        1,
        ko="너비와 높이는 앵커 상자를 몇 배로 늘이거나 줄일지로 예측한다",
        en="They are predicted as what the anchor box's sides are multiplied by",
    ),
)
MISCONCEPTIONS = (
    misconception(
        "box-is-cell",
        Text(ko="상자의 크기는 칸의 크기와 같다", en="The box is as large as the cell"),
        ko="칸은 중심이 들어 있는 자리일 뿐이고, 상자는 여러 칸에 걸칠 수 있습니다.",
        en="The cell is where the centre lies; the box may reach over many cells.",
    ),
    misconception(
        "grid-size",
        Text(ko="너비와 높이는 격자의 크기다", en="Width and height are those of the grid"),
        ko="격자의 크기는 이미지와 스트라이드가 정하며 예측하지 않습니다.",
        en="The grid's size follows from image and stride, and is not predicted.",
    ),
    misconception(
        "anchor-is-box",
        Text(ko="앵커 상자가 곧 찾은 상자다", en="The anchor box is the box that was found"),
        ko="앵커 상자는 출발점이고, 예측한 값이 그것을 늘이거나 줄입니다.",
        en="The anchor is what the box starts from; the prediction stretches or shrinks it.",
    ),
)


def build(n: Numbers) -> Question:
    return Question(
        text=(
            explain(
                ko=f"YOLO의 어느 출력은 칸이 {n.cells}×{n.cells}개이고, 칸 하나는 이미지에서 한 변이 "
                f"{n.stride}픽셀입니다. 물체가 어느 칸에 있는지 이미 아는데도 왜 칸마다 너비와 높이까지 예측하는지",
                en=f"One of YOLO's outputs has {n.cells}×{n.cells} cells, each of which stands for a square of the "
                f"image with sides of {n.stride} pixels. It is known in which cell an object lies: why does each cell "
                "predict a width and a height as well?",
            ),
        ),
        answer=Explanation(CRITERIA, MISCONCEPTIONS),
        steps=(
            say(
                ko=f"칸은 물체의 중심이 어디에 있는지만 말하며, 물체는 {n.stride}픽셀보다 훨씬 크거나 작을 수 "
                "있습니다. 경계 상자를 그리려면 중심과 함께 너비와 높이가 있어야 합니다. 그래서 앵커 상자의 너비와 "
                "높이를 몇 배로 할지를 칸마다 예측합니다.",
                en="A cell tells only where the centre is, and the object may be much larger or smaller than "
                f"{n.stride} pixels. To draw its bounding box takes a width and a height as well. So each cell "
                "predicts what the sides of its anchor box are multiplied by.",
            ),
        ),
        must_not_appear=TERMS.definitions(["anchor-box"]),
        asks=("why-box-size",),
    )


ITEM = Item(
    topic="yolo-output",
    name=Text(ko="너비와 높이도 예측하는 이유", en="Why width and height are predicted"),
    difficulty=2,
    minutes=4,
    book="closed",
    draw=draw,
    build=build,
    oracle=nothing_to_compute,
    kind="explanation",
    in_words=True,
)
