"""A picture shrunk by the mean of each block, as for super-resolution."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np

from fcnkit.practice import (
    Grid,
    Item,
    Question,
    Text,
    Value,
    figures,
    fill_grid,
    from_misconceptions,
    grid,
    grid_table,
    say,
)

from .. import course, oracles

FACTOR = 2


class Numbers(NamedTuple):
    image: Grid


def draw(rng: Random) -> Numbers:
    """Two rows of two blocks of different pixels; each mean is an integer, and neither a pixel nor another mean."""
    blocks: list[np.ndarray] = []
    while len(blocks) < 4:
        pixels = rng.sample(range(10), FACTOR**2)
        mean, rest = divmod(sum(pixels), FACTOR**2)
        if not rest and mean not in pixels and all(mean * FACTOR**2 != block.sum() for block in blocks):
            blocks.append(np.reshape(pixels, (FACTOR, FACTOR)))
    return Numbers(grid(np.block([blocks[:2], blocks[2:]])))


def build(n: Numbers) -> Question:
    image = np.array(n.image)
    key = grid(_blocks(image).mean(axis=2).astype(int))
    first = " + ".join(map(str, _blocks(image)[0, 0]))
    return Question(
        text=(
            say(
                ko=f"초해상도를 시험하려고 이미지 `x`를 가로세로 각각 1/{FACTOR}로 줄입니다. "
                f"{FACTOR}×{FACTOR} 블록마다 평균을 남기면 무엇이 나옵니까?",
                en=f"To try super-resolution, the image `x` is shrunk to 1/{FACTOR} of its sides: each "
                f"{FACTOR}×{FACTOR} block becomes its mean. What comes out?",
            ),
            figures.arrays({"x": n.image}),
        ),
        answer=fill_grid(key, from_misconceptions(course, "shrink", image, FACTOR)),
        steps=(
            say(
                ko=f"왼쪽 위 블록은 $({first}) ÷ {FACTOR**2} = {key[0][0]}$입니다.",
                en=f"The block at the top left gives $({first}) ÷ {FACTOR**2} = {key[0][0]}$.",
            ),
            say(ko="나머지 블록도 똑같이 평균을 냅니다.", en="The other blocks are averaged in the same way:"),
            grid_table(key),
        ),
    )


def _blocks(image: np.ndarray) -> np.ndarray:
    """(2, 2, 4): the pixels of each block."""
    return image.reshape(2, FACTOR, 2, FACTOR).swapaxes(1, 2).reshape(2, 2, FACTOR**2)


def oracle(n: Numbers) -> Value:
    return grid(oracles.averaged(n.image, FACTOR))


ITEM = Item(
    topic="transposed-convolution",
    name=Text(ko="손으로 줄이기", en="Shrinking by hand"),
    difficulty=2,
    minutes=3,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
