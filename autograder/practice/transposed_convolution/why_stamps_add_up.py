"""Why a transposed convolution adds overlapping stamps up, and what that does to the picture."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

import numpy as np

from fcnkit.practice import Explanation, Item, Question, Text, Value, criterion, explain, misconception, say

from .. import oracles
from ..terms import TERMS


class Numbers(NamedTuple):
    kernel: int
    stride: int


def draw(rng: Random) -> Numbers:
    return Numbers(*rng.choice([(3, 2), (4, 3), (5, 3), (5, 4), (7, 4), (5, 2), (7, 3)]))


CRITERIA = (
    criterion(
        1,
        ko="커널이 스트라이드보다 크면 이웃한 도장이 겹친다",
        en="Where the kernel is larger than the stride, neighbouring stamps overlap",
    ),
    criterion(
        2,
        ko="겹친 칸에는 여러 입력 값이 이바지하므로 모두 더한다(덮어쓰면 앞의 입력이 사라진다)",
        en="Several inputs contribute to a cell in the overlap, so all are added (overwritten, earlier ones would be "
        "lost)",
    ),
    criterion(
        1,
        ko="커널이 스트라이드로 나누어떨어지지 않으면 칸마다 겹치는 수가 달라 바둑판 무늬가 생길 수 있다",
        en="Where the stride does not divide the kernel, cells get unequally many stamps, which can leave a "
        "checkerboard",
    ),
)
MISCONCEPTIONS = (
    misconception(
        "stamps-overwrite",
        Text(ko="나중에 찍은 도장이 앞의 것을 덮어쓴다", en="Later stamps overwrite earlier ones"),
        ko="겹친 값은 모두 더합니다. 찍는 순서는 결과를 바꾸지 않습니다.",
        en="What overlaps is added up; the order of stamps changes nothing.",
    ),
    misconception(
        "stamps-average",
        Text(ko="겹친 곳에서는 평균을 낸다", en="Overlaps are averaged"),
        ko="나누지 않고 더하기만 합니다. 그래서 많이 겹친 칸의 값이 커질 수 있습니다.",
        en="They are added, not divided, so that cells with many stamps can become larger.",
    ),
    misconception(
        "never-overlap",
        Text(ko="도장은 겹치지 않는다", en="Stamps never overlap"),
        ko="스트라이드가 커널보다 작으면 겹칩니다.",
        en="They do where the stride is smaller than the kernel.",
    ),
)


def build(n: Numbers) -> Question:
    overlap = n.kernel - n.stride
    return Question(
        text=(
            explain(
                ko=f"{n.kernel}×{n.kernel} 커널을 찍고 스트라이드가 {n.stride}인 전치 합성곱에서 옆으로 이웃한 두 "
                "도장은 몇 열이 겹치는지 밝히고, 왜 겹친 값을 더하는지, 그래서 그림에 어떤 무늬가 생길 수 있는지",
                en=f"A transposed convolution stamps a kernel of {n.kernel}×{n.kernel} with a stride of {n.stride}. In "
                "how many columns do two stamps beside each other overlap, why is what overlaps added up, and what "
                "pattern can that leave in the picture?",
            ),
        ),
        answer=Explanation(CRITERIA, MISCONCEPTIONS, facts=(overlap,)),
        steps=(
            say(
                ko=f"커널이 스트라이드보다 커서 이웃한 두 도장이 {overlap}열 겹칩니다. 겹친 칸에는 여러 입력 값이 "
                "이바지하므로, 앞의 것을 잃지 않도록 모두 더합니다. 커널이 스트라이드로 나누어떨어지지 않으면 칸마다 "
                "더해지는 도장의 수가 달라서 바둑판 무늬가 생길 수 있습니다.",
                en=f"The kernel is larger than the stride, so that neighbours overlap in {overlap} "
                f"column{'' if overlap == 1 else 's'}. Several inputs contribute to a cell there, and all are added so "
                "that none is lost. Where the stride does not divide the kernel, cells get unequally many stamps, "
                "which can leave a checkerboard.",
            ),
        ),
        must_not_appear=TERMS.definitions(["transposed-convolution"]),
        asks=("why-adding-up",),
    )


def oracle(n: Numbers) -> Value:
    """How many columns get two stamps of ones in Keras."""
    stamped = oracles.transposed([[1, 1]], np.ones((1, n.kernel)), n.stride, "valid")
    return (int((stamped == 2).sum()),)


ITEM = Item(
    topic="transposed-convolution",
    name=Text(ko="도장을 더하는 이유", en="Why stamps add up"),
    difficulty=2,
    minutes=5,
    book="closed",
    draw=draw,
    build=build,
    oracle=oracle,
    kind="explanation",
    in_words=True,
)
