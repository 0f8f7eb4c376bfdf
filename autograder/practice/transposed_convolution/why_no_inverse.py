"""Why a transposed convolution does not undo a convolution."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Explanation, Item, Question, Text, Value, criterion, explain, misconception, say

from .. import oracles
from ..terms import TERMS


class Numbers(NamedTuple):
    side: int


def draw(rng: Random) -> Numbers:
    return Numbers(2 * rng.randint(2, 10))


CRITERIA = (
    criterion(
        2,
        ko="합성곱이 남긴 수가 더 적어, 서로 다른 입력이 같은 결과를 낼 수 있으므로 값을 되찾을 수 없다",
        en="The convolution leaves fewer numbers: different inputs can give the same result, so that none can be found "
        "again",
    ),
    criterion(
        1,
        ko="전치 합성곱은 합성곱 행렬의 역행렬이 아니라 전치 행렬이어서 크기(모양)만 되돌린다",
        en="It is the transpose of the convolution's matrix, not its inverse, and brings back the size (shape) alone",
    ),
    criterion(
        1,
        ko="결과의 값은 학습한 커널로 새로 계산한 것이다",
        en="Its values are newly computed, with a kernel that is learned",
    ),
)
MISCONCEPTIONS = (
    misconception(
        "deconvolution",
        Text(ko="deconvolution이니까 합성곱을 되돌린다", en="It is a deconvolution, so it undoes the convolution"),
        ko="역합성곱은 다른 연산입니다. 전치 합성곱을 그렇게 부르는 것은 잘못된 이름입니다.",
        en="Deconvolution is another operation, and a wrong name for this one.",
    ),
    misconception(
        "training-inverts",
        Text(ko="충분히 학습하면 처음 값이 정확히 돌아온다", en="Trained enough, it gives back the exact values"),
        ko="그럴듯한 값을 배울 수는 있지만, 사라진 정보는 돌아오지 않습니다.",
        en="It can learn likely values; what is lost does not come back.",
    ),
    misconception(
        "transpose-is-inverse",
        Text(ko="전치 행렬은 역행렬과 같다", en="A transpose is an inverse"),
        ko="그것은 직교 행렬일 때뿐이고, 합성곱 행렬은 정사각형도 아닙니다.",
        en="Only of orthogonal matrices; a convolution's is not even square.",
    ),
)


def build(n: Numbers) -> Question:
    before, after = n.side**2, (n.side // 2) ** 2
    return Question(
        text=(
            explain(
                ko=f"한 변이 {n.side}인 배열을 스트라이드 2, 패딩 `same`인 합성곱(필터 1개)으로 줄인 뒤, 스트라이드 "
                f"2인 전치 합성곱을 지나 다시 한 변이 {n.side}인 배열을 얻었습니다. 처음과 중간에 수가 각각 몇 개인지 "
                "밝히고, 왜 처음 값이 되돌아오지 않는지",
                en=f"An array with sides of {n.side} is shrunk by a convolution (1 filter) with a stride of 2 and "
                f"`same` padding, and gets its sides of {n.side} back by a transposed convolution with a stride of 2. "
                "How many numbers are there before and between, and why do the first values not come back?",
            ),
        ),
        answer=Explanation(CRITERIA, MISCONCEPTIONS, facts=(before, after)),
        steps=(
            say(
                ko=f"수 {before}개가 {after}개로 줄면 서로 다른 입력이 같은 결과를 낼 수 있어서, 어느 입력이었는지 알 "
                "수 없습니다. 전치 합성곱은 합성곱 행렬의 역행렬이 아니라 전치 행렬을 곱하므로 크기만 되돌립니다. 그 "
                "값은 학습한 커널로 새로 계산한 것입니다.",
                en=f"Where {before} numbers become {after}, different inputs can give the same result, and nobody can "
                "tell which it was. A transposed convolution multiplies by the transpose of the convolution's matrix, "
                "not by its inverse, and brings back the size alone. Its values are newly computed, with a kernel that "
                "is learned.",
            ),
        ),
        must_not_appear=TERMS.definitions(["transposed-convolution", "deconvolution"]),
        asks=("restored",),
    )


def oracle(n: Numbers) -> Value:
    """How many numbers Keras has before the layers, between them, and again behind them."""
    down, up = oracles.shapes(
        (n.side, n.side, 1),
        [(name, (1, 3), {"strides": 2, "padding": "same"}) for name in ("Conv2D", "Conv2DTranspose")],
    )
    assert up[0] == n.side  # noqa: S101  # as the question says
    return (up[0] * up[1], down[0] * down[1])


ITEM = Item(
    topic="transposed-convolution",
    name=Text(ko="역연산이 아닌 이유", en="Why it is no inverse"),
    difficulty=2,
    minutes=5,
    book="closed",
    draw=draw,
    build=build,
    oracle=oracle,
    kind="explanation",
    in_words=True,
)
