"""What a U-Net's skip connection brings to the layer after it."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Code, Item, Question, Text, Value, distractor, fill, number, say

from .. import oracles


class Numbers(NamedTuple):
    side: int
    up: int
    skip: int
    filters: int


def draw(rng: Random) -> Numbers:
    up, skip = rng.choice([2, 4, 6, 8, 10, 12, 16]), rng.choice([2, 4, 6, 8, 10, 12, 16])
    return Numbers(rng.choice([20, 24, 32, 40, 48, 56, 64, 80, 96, 100]), up, skip, rng.choice([2, 3, 4, 5, 8, 10]))


def build(n: Numbers) -> Question:
    joined = n.up + n.skip
    weights = 9 * joined * n.filters
    key = ((n.side, n.side, joined), weights + n.filters)
    alone = 9 * n.up * n.filters + n.filters
    distractors = [
        distractor(
            "added",
            ((n.side, n.side, n.up), alone),
            ko="잔차 연결처럼 더한다고 생각함",
            en="Added, as by a residual connection",
        ),
        distractor(
            "skip-in-its-place",
            ((n.side, n.side, n.skip), 9 * n.skip * n.filters + n.filters),
            ko="`skip`이 `x`를 대신한다고 생각함",
            en="`skip` put in the place of `x`",
        ),
        distractor(
            "joined-by-height",
            ((2 * n.side, n.side, n.up), alone),
            ko="세로로 이어 붙임",
            en="Joined one above the other",
        ),
        distractor("biases-forgotten", (key[0], weights), ko="편향을 빠뜨림", en="The biases forgotten"),
    ]
    return Question(
        text=(
            say(
                ko=f"U-Net의 키우는 길에서 `x`의 모양은 `({n.side}, {n.side}, {n.up})`이고, 줄이는 길에서 가져온 "
                f"`skip`의 모양은 `({n.side}, {n.side}, {n.skip})`입니다. 아래에서 `joined`의 모양과, 합성곱 층의 "
                "파라미터 수는 무엇입니까? 편향도 셉니다.",
                en=f"On the way up of a U-Net, `x` has the shape `({n.side}, {n.side}, {n.up})`, and `skip`, from the "
                f"way down, `({n.side}, {n.side}, {n.skip})`. Below, what is the shape of `joined`, and how many "
                "parameters has the convolution? Biases count.",
            ),
            Code(f'joined = Concatenate()([skip, x])\nx = Conv2D({n.filters}, 3, padding="same")(joined)'),
        ),
        answer=fill(
            [(Text(ko="모양", en="shape"), key[0]), (Text(ko="파라미터 수", en="number of parameters"), key[1])],
            distractors,
        ),
        steps=(
            say(
                ko=f"`Concatenate`는 마지막 축, 곧 채널을 잇습니다: ${n.skip} + {n.up} = {joined}$, 모양은 "
                f"`({n.side}, {n.side}, {joined})`입니다.",
                en=f"`Concatenate` joins along the last axis, the channels: ${n.skip} + {n.up} = {joined}$. The shape "
                f"is `({n.side}, {n.side}, {joined})`.",
            ),
            say(
                ko=f"가중치는 $3 × 3 × {joined} × {n.filters} = {weights}$개, 편향은 {n.filters}개, 모두 "
                f"{number(key[1])}개입니다.",
                en=f"There are $3 × 3 × {joined} × {n.filters} = {weights}$ weights and {n.filters} biases, "
                f"{number(key[1])} in all.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    """What Keras makes of it."""
    keras = oracles.keras()
    maps = [keras.Input((n.side, n.side, channels)) for channels in (n.skip, n.up)]
    joined = keras.layers.Concatenate()(maps)
    layer = keras.layers.Conv2D(n.filters, 3, padding="same")
    layer(joined)
    return (tuple(joined.shape[1:]), layer.count_params())


ITEM = Item(
    topic="fcn",
    name=Text(ko="스킵 연결 뒤의 모양", en="The shape after a skip connection"),
    difficulty=2,
    minutes=4,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
    max_number=9_999,
)
