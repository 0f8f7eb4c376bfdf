"""The strides of a decoder that mirrors its encoder."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Item, Question, Text, Value, distractor, figures, fill, say

from .. import oracles


class Numbers(NamedTuple):
    side: int
    down: tuple[int, ...]


def draw(rng: Random) -> Numbers:
    down = tuple(rng.sample([1, 2, 3, 4, 5], 3))
    product = down[0] * down[1] * down[2]
    return Numbers(product * rng.randint(2, 7), down)


def build(n: Numbers) -> Question:
    key = n.down[::-1]
    sides = [n.side]
    for stride in n.down:
        sides.append(sides[-1] // stride)
    distractors = [
        distractor("same-order", n.down, ko="순서를 뒤집지 않음", en="The order not reversed"),
        distractor("all-two", (2, 2, 2), ko="언제나 2라고 생각함", en="Always 2"),
        distractor("sorted", tuple(sorted(n.down)), ko="크기순으로 놓음", en="Sorted by size"),
        distractor(
            "first-kept", (n.down[0], n.down[2], n.down[1]), ko="첫 층을 그대로 둠", en="The first layer kept in place"
        ),
        distractor(
            "last-kept",
            (n.down[1], n.down[0], n.down[2]),
            ko="마지막 층을 그대로 둠",
            en="The last layer kept in place",
        ),
    ]
    chain = " → ".join(map(str, sides))
    back = " → ".join(map(str, sides[::-1]))
    return Question(
        text=(
            say(
                ko=f"어떤 인코더는 `strides`가 차례로 {n.down[0]}, {n.down[1]}, {n.down[2]}인 Conv2D 세 층으로 한 "
                f"변이 {n.side}인 이미지를 줄입니다. 디코더의 Conv2DTranspose 세 층이 같은 크기들을 거꾸로 되짚어 "
                "가려면 `strides`는 차례로 무엇이어야 합니까? 패딩은 모두 `same`입니다.",
                en=f"An encoder shrinks an image with sides of {n.side} by three Conv2D layers whose `strides` are "
                f"{n.down[0]}, {n.down[1]} and {n.down[2]}, in this order. Which `strides` must the decoder's three "
                "Conv2DTranspose layers have to go back through the same sizes? All padding is `same`.",
            ),
            figures.pyramid([*sides, None, None, n.side], [*(f"↓ {stride}" for stride in n.down), *("↑ ?",) * 3]),
        ),
        answer=fill([(Text(ko="스트라이드", en="strides"), key)], distractors),
        steps=(
            say(ko=f"내려갈 때의 크기: ${chain}$", en=f"Sizes on the way down: ${chain}$"),
            say(
                ko=f"올라갈 때는 거꾸로 ${back}$이므로 마지막에 쓴 스트라이드부터 씁니다: `{key}`.",
                en=f"On the way up, ${back}$: the stride that came last is used first, `{key}`.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    """Of all ways to order the strides, the one whose sizes in Keras are those of the way down, reversed."""
    sides = [n.side, *(shape[0] for shape in oracles.shapes((n.side, n.side, 3), _layers("Conv2D", n.down)))]
    orders = {(a, b, c) for a in n.down for b in n.down for c in n.down if {a, b, c} == set(n.down)}
    (found,) = (
        order
        for order in sorted(orders)
        if [shape[0] for shape in oracles.shapes((sides[-1], sides[-1], 8), _layers("Conv2DTranspose", order))]
        == sides[-2::-1]
    )
    return found


def _layers(name: str, strides: tuple[int, ...]) -> list[oracles.Layer]:
    return [(name, (8, 3), {"strides": stride, "padding": "same"}) for stride in strides]


ITEM = Item(
    topic="fcn",
    name=Text(ko="거울처럼 대칭인 스트라이드", en="Mirrored strides"),
    difficulty=2,
    minutes=3,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
