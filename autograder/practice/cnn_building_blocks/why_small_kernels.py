"""Why several small kernels in a row do better than a large one: the receptive field."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Explanation, Item, Question, Text, Value, criterion, explain, misconception, say

from .. import oracles


class Numbers(NamedTuple):
    layers: int


def draw(rng: Random) -> Numbers:
    return Numbers(rng.randint(2, 5))


CRITERIA = (
    criterion(
        2,
        ko="출력 한 칸이 보는 입력의 영역(수용 영역)은 둘이 같다",
        en="One cell of the output sees the same part of the input with both (the receptive field)",
    ),
    criterion(1, ko="작은 커널을 이은 쪽이 가중치가 더 적다", en="The small kernels together have fewer weights"),
    criterion(
        1,
        ko="층 사이마다 활성화 함수가 들어가 더 복잡한 것도 나타낼 수 있다",
        en="An activation follows each of the layers, so that they can express more",
    ),
)
MISCONCEPTIONS = (
    misconception(
        "sees-one-kernel",
        Text(ko="3×3을 여러 번 써도 3×3만 본다", en="However many 3×3 there are, only 3×3 is seen"),
        ko="뒤쪽 층의 칸은 앞쪽 층의 여러 칸을 보므로 입력에서는 더 넓게 봅니다.",
        en="A cell of a later layer sees several cells of the one before, and so more of the input.",
    ),
    misconception(
        "fields-multiply",
        Text(ko="층을 지날 때마다 보는 영역이 3배가 된다", en="With each layer, what is seen grows 3 times"),
        ko="스트라이드가 1이면 층마다 한 변에 2칸씩 늘어납니다.",
        en="With a stride of 1 each layer adds 2 cells to a side.",
    ),
    misconception(
        "large-is-finer",
        Text(ko="커널이 클수록 자세히 본다", en="The larger the kernel, the finer it sees"),
        ko="큰 커널은 넓게 볼 뿐이고, 가중치가 더 많이 듭니다.",
        en="A large kernel sees more, not finer, and takes more weights.",
    ),
)


def build(n: Numbers) -> Question:
    side = 2 * n.layers + 1
    small, large = 9 * n.layers, side**2
    return Question(
        text=(
            explain(
                ko=f"3×3 합성곱 층 {n.layers}개를 잇는 것과 {side}×{side} 합성곱 층 하나를 비교합니다. 채널은 모두 "
                "1개, 스트라이드는 1이고 편향은 없습니다. 출력 한 칸이 보는 영역과 가중치의 수를 견주어, 왜 작은 "
                "커널을 여러 번 쓰는지",
                en=f"Compare {n.layers} convolutions of 3×3 in a row with one of {side}×{side}: 1 channel everywhere, "
                "a stride of 1, and no biases. Say what one cell of the output sees and how many weights there are: "
                "why are small kernels used several times?",
            ),
        ),
        answer=Explanation(CRITERIA, MISCONCEPTIONS, facts=(side, small, large)),
        steps=(
            say(
                ko=f"두 쪽 모두 출력 한 칸이 입력에서 한 변이 {side}칸인 영역을 봅니다. 가중치는 {large}개가 아니라 "
                f"{small}개면 됩니다. 그리고 층 사이마다 활성화 함수가 들어가므로 더 복잡한 것도 나타낼 수 있습니다.",
                en=f"With both, one cell of the output sees a square of the input whose side is {side} cells. The "
                f"small kernels need {small} weights, not {large}. And an activation follows each of the layers, so "
                "that they can express more.",
            ),
        ),
        asks=("why-small-kernels",),
    )


def oracle(n: Numbers) -> Value:
    """By how much Keras' layers shrink an unpadded image, which is what a cell sees, and how many weights they have."""
    side = 2 * n.layers + 1
    keras = oracles.keras()
    small, large = (
        [keras.layers.Conv2D(1, k, use_bias=False) for _ in range(m)] for k, m in ((3, n.layers), (side, 1))
    )
    image = keras.Input((side, side, 1))
    sizes, weights = set(), []
    for layers in (small, large):
        x = image
        for layer in layers:
            x = layer(x)
        sizes.add(side - x.shape[1] + 1)
        weights.append(sum(layer.count_params() for layer in layers))
    (seen,) = sizes
    return (seen, *weights)


ITEM = Item(
    topic="cnn-building-blocks",
    name=Text(ko="작은 커널을 잇는 이유", en="Why kernels are small"),
    difficulty=2,
    minutes=5,
    book="closed",
    draw=draw,
    build=build,
    oracle=oracle,
    kind="explanation",
    in_words=True,
)
