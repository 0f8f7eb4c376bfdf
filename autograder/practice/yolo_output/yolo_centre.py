"""The centre of a predicted box in pixels."""

from __future__ import annotations

import math
from random import Random
from typing import NamedTuple

from fcnkit.practice import Item, Question, Text, Value, distractor, figures, fill, number, say, untranslated

SIGMOID = {-1.1: 0.25, 0.0: 0.5, 1.1: 0.75}


class Numbers(NamedTuple):
    tx: float
    ty: float
    column: int
    row: int
    stride: int


def draw(rng: Random) -> Numbers:
    tx, ty = rng.choice([*SIGMOID]), rng.choice([*SIGMOID])
    return Numbers(tx, ty, rng.randrange(7), rng.randrange(5), rng.choice([8, 16, 32]))


def build(n: Numbers) -> Question:
    sx, sy = SIGMOID[n.tx], SIGMOID[n.ty]
    cx, cy = (int((s + place) * n.stride) for s, place in ((sx, n.column), (sy, n.row)))
    return Question(
        text=(
            say(
                ko=f"그림에 표시한 칸이 $t_x = {number(n.tx)}$, $t_y = {number(n.ty)}$을 내놓았습니다. 스트라이드는 "
                f"{n.stride}입니다. 상자의 중심은 원래 이미지의 몇 번째 픽셀입니까?",
                en=f"The cell that is marked gave $t_x = {number(n.tx)}$ and $t_y = {number(n.ty)}$. The stride is "
                f"{n.stride}. Where is the centre of the box, in pixels of the original image?",
            ),
            figures.cell_in_grid(5, 7, n.column, n.row),
            say(
                ko="$σ(−1.1) ≈ 0.25$, $σ(0) = 0.5$, $σ(1.1) ≈ 0.75$",
                en="$σ(−1.1) ≈ 0.25$, $σ(0) = 0.5$, $σ(1.1) ≈ 0.75$",
            ),
        ),
        answer=fill(
            [(untranslated("$c_x$"), cx), (untranslated("$c_y$"), cy)],
            [
                distractor(
                    "row-before-column",
                    (int((sx + n.row) * n.stride), int((sy + n.column) * n.stride)),
                    ko="행과 열을 바꿈",
                    en="Rows and columns swapped",
                ),
                distractor(
                    "centre-without-sigmoid",
                    (round((n.tx + n.column) * n.stride, 1), round((n.ty + n.row) * n.stride, 1)),
                    ko="중심에 시그모이드를 빠뜨림",
                    en="The sigmoid of the centre forgotten",
                ),
                distractor(
                    "centre-in-cells",
                    (sx + n.column, sy + n.row),
                    ko="중심을 칸 단위로 남겨 둠",
                    en="The centre left in cells",
                ),
                distractor(
                    "corner-of-the-cell",
                    (n.column * n.stride, n.row * n.stride),
                    ko="칸의 왼쪽 위 모서리를 씀",
                    en="The top left corner of the cell taken",
                ),
            ],
        ),
        steps=(
            say(
                ko="중심은 $(σ(t) + 칸) × 스트라이드$입니다. x는 열, y는 행입니다.",
                en="The centre is $(σ(t) + cell) × stride$: x goes with the column, y with the row.",
            ),
            say(
                ko=f"$c_x = ({sx} + {n.column}) × {n.stride} = {cx}$, $c_y = ({sy} + {n.row}) × {n.stride} = {cy}$",
                en=f"$c_x = ({sx} + {n.column}) × {n.stride} = {cx}$, $c_y = ({sy} + {n.row}) × {n.stride} = {cy}$",
            ),
            figures.cell_in_grid(5, 7, n.column, n.row, dot=(n.column + sx, n.row + sy)),
        ),
    )


def oracle(n: Numbers) -> Value:
    return tuple(round((1 / (1 + math.exp(-t)) + place) * n.stride) for t, place in ((n.tx, n.column), (n.ty, n.row)))


ITEM = Item(
    topic="yolo-output",
    name=Text(ko="상자의 중심", en="The centre of a box"),
    difficulty=2,
    minutes=5,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
