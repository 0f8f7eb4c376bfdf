"""Why a residual block adds its input, and does not concatenate it."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np

from fcnkit.practice import Explanation, Item, Question, Text, Value, criterion, explain, misconception, say

from ..terms import TERMS


class Numbers(NamedTuple):
    channels: int
    blocks: int


def draw(rng: Random) -> Numbers:
    return Numbers(rng.choice([8, 16, 32]), rng.randint(3, 8))


CRITERIA = (
    criterion(
        1,
        ko="더하면 모양(채널 수)이 그대로여서 블록을 얼마든지 이어 쌓을 수 있다",
        en="Adding keeps the shape (the channels), so that any number of blocks can follow each other",
    ),
    criterion(
        1,
        ko="이어 붙이면 블록마다 채널이 늘어, 뒤쪽 층의 가중치와 계산이 늘어난다",
        en="Concatenating adds channels with each block, and so weights and time in the layers behind it",
    ),
    criterion(
        2,
        ko="더하면 블록은 입력과의 차이(잔차)만 배우면 된다. 또는 기울기가 지름길로 그대로 흘러 깊어도 학습된다",
        en="With adding, a block learns only the difference (residual) from its input; or: gradients pass the shortcut "
        "unchanged, so that deep networks learn",
    ),
)
MISCONCEPTIONS = (
    misconception(
        "adding-is-joining",
        Text(ko="더하기와 이어 붙이기는 결과가 같다", en="Adding and concatenating come to the same"),
        ko="더하기는 값끼리 더해 모양을 지키고, 이어 붙이기는 채널을 늘립니다.",
        en="Adding sums values and keeps the shape; concatenating makes more channels.",
    ),
    misconception(
        "skip-enlarges",
        Text(ko="지름길이 이미지를 다시 크게 만든다", en="The shortcut makes the image large again"),
        ko="크기를 늘리는 것은 업샘플링입니다. 지름길의 두 쪽은 크기가 같아야 더할 수 있습니다.",
        en="Upsampling does that. Both sides of a shortcut must be equally large to be added.",
    ),
    misconception(
        "skip-saves-time",
        Text(ko="층을 건너뛰니 계산이 줄어든다", en="Layers are skipped, which saves time"),
        ko="블록의 층도 모두 계산합니다. 입력이 그 옆으로도 지나갈 뿐입니다.",
        en="The block's layers are all computed; the input passes by them as well.",
    ),
)


def build(n: Numbers) -> Question:
    joined = n.channels * (n.blocks + 1)
    return Question(
        text=(
            explain(
                ko=f"잔차 블록 {n.blocks}개가 이어져 있고, 첫 입력과 각 블록의 합성곱 결과는 채널이 "
                f"{n.channels}개씩입니다. 블록의 입력을 결과에 이어 붙이면 마지막에 채널이 몇 개인지 밝히고, 왜 이어 "
                "붙이지 않고 더하는지",
                en=f"Of {n.blocks} residual blocks in a row, the first input and the result of each block's "
                f"convolutions have {n.channels} channels. How many would there be at the end if inputs were "
                "concatenated to results, and why are they added instead?",
            ),
        ),
        answer=Explanation(CRITERIA, MISCONCEPTIONS, facts=(joined,)),
        steps=(
            say(
                ko=f"이어 붙이면 블록마다 채널이 {n.channels}개씩 늘어 마지막에는 {joined}개가 되고, 뒤쪽 층의 "
                f"가중치와 계산도 늘어납니다. 더하면 채널이 언제나 {n.channels}개라서 블록을 얼마든지 쌓을 수 "
                "있습니다. 그리고 블록은 입력과의 차이(잔차)만 배우면 되고, 기울기가 지름길로 그대로 흘러 깊은 "
                "신경망도 학습됩니다.",
                en=f"Concatenated, each block adds {n.channels} channels: there are {joined} at the end, and more "
                f"weights and more time in the layers behind. With adding there are always {n.channels}, so that any "
                "number of blocks can follow. And a block learns only the difference (residual) from its input, while "
                "gradients pass the shortcut unchanged, so that deep networks learn.",
            ),
        ),
        must_not_appear=TERMS.definitions(["residual-connection", "resnet", "densenet"]),
        asks=("why-adding",),
    )


def oracle(n: Numbers) -> Value:
    """Concatenate arrays, block by block, and count the channels."""
    x = np.zeros((1, n.channels))
    for _ in range(n.blocks):
        x = np.concatenate([x, np.zeros((1, n.channels))], axis=-1)
    return (x.shape[-1],)


ITEM = Item(
    topic="cnn-building-blocks",
    name=Text(ko="지름길에서 더하는 이유", en="Why the shortcut adds"),
    difficulty=2,
    minutes=5,
    book="closed",
    draw=draw,
    build=build,
    oracle=oracle,
    kind="explanation",
    in_words=True,
)
