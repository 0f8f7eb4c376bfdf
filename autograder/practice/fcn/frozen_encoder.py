"""How many parameters training changes where the encoder is frozen."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Code, Item, Question, Text, Value, distractor, fill, number, say

from .. import oracles


class Numbers(NamedTuple):
    few: int
    many: int
    classes: int
    kernel: int


def draw(rng: Random) -> Numbers:
    few = rng.choice([2, 3, 4, 5, 6, 8])
    return Numbers(few, few * rng.choice([2, 3, 4]), rng.choice([2, 3, 4, 5, 7, 10]), rng.choice([1, 3]))


def layers(n: Numbers) -> list[oracles.Layer]:
    """The encoder's two, then the decoder's two."""
    half = {"strides": 2, "padding": "same"}
    return [
        ("Conv2D", (n.few, 3), half),
        ("Conv2D", (n.many, 3), half),
        ("Conv2DTranspose", (n.few, 3), {"strides": 4, "padding": "same"}),
        ("Conv2D", (n.classes, n.kernel), {"padding": "same"}),
    ]


def build(n: Numbers) -> Question:
    weights = (9 * 3 * n.few, 9 * n.few * n.many, 9 * n.many * n.few, n.kernel**2 * n.few * n.classes)
    biases = (n.few, n.many, n.few, n.classes)
    counts = [weight + bias for weight, bias in zip(weights, biases, strict=True)]
    key = counts[2] + counts[3]
    distractors = [
        distractor("all-counted", sum(counts), ko="얼린 층도 셈", en="The frozen layers counted, too"),
        distractor("frozen-counted", counts[0] + counts[1], ko="얼린 층만 셈", en="The frozen layers counted alone"),
        distractor("biases-forgotten", weights[2] + weights[3], ko="편향을 빠뜨림", en="The biases forgotten"),
        distractor("last-layer-only", counts[3], ko="마지막 층만 셈", en="The last layer counted alone"),
    ]
    return Question(
        text=(
            say(
                ko=f"미리 학습한 `encoder`를 얼리고 그 위에 `decoder`를 올렸습니다. 입력은 RGB 이미지이고 클래스는 "
                f"{n.classes}개입니다. 학습하면서 바뀌는 파라미터는 모두 몇 개입니까? 편향도 셉니다.",
                en=f"A pretrained `encoder` is frozen, and a `decoder` put on it. The input is an RGB image, and there "
                f"are {n.classes} classes. How many parameters does training change? Biases count.",
            ),
            Code(_code(n)),
        ),
        answer=fill([(Text(ko="파라미터 수", en="number of parameters"), key)], distractors),
        steps=(
            say(
                ko=f"인코더의 가중치 $3 × 3 × 3 × {n.few} = {weights[0]}$개와 $3 × 3 × {n.few} × {n.many} = "
                f"{weights[1]}$개, 편향 ${n.few} + {n.many}$개는 얼렸으므로 학습해도 그대로입니다. 디코더만 셉니다.",
                en=f"Training leaves the encoder's $3 × 3 × 3 × {n.few} = {weights[0]}$ and $3 × 3 × {n.few} × "
                f"{n.many} = {weights[1]}$ weights and ${n.few} + {n.many}$ biases as they are, for it is frozen. Only "
                "the decoder counts.",
            ),
            say(
                ko=f"전치 합성곱: $3 × 3 × {n.many} × {n.few} = {weights[2]}$, 편향까지 ${weights[2]} + {n.few} = "
                f"{counts[2]}$",
                en=f"The transposed convolution: $3 × 3 × {n.many} × {n.few} = {weights[2]}$, with biases "
                f"${weights[2]} + {n.few} = {counts[2]}$",
            ),
            say(
                ko=f"마지막 합성곱: ${n.kernel} × {n.kernel} × {n.few} × {n.classes} = {weights[3]}$, 편향까지 "
                f"${weights[3]} + {n.classes} = {counts[3]}$. 모두 {number(key)}개입니다.",
                en=f"The last convolution: ${n.kernel} × {n.kernel} × {n.few} × {n.classes} = {weights[3]}$, with "
                f"biases ${weights[3]} + {n.classes} = {counts[3]}$. Together, {number(key)}.",
            ),
        ),
    )


def _code(n: Numbers) -> str:
    names = [f"{name}({', '.join(map(str, args))}, strides={how.get('strides', 1)})" for name, args, how in layers(n)]
    encoder, decoder = ", ".join(names[:2]), ", ".join(names[2:])
    return f"encoder = Sequential([{encoder}])\nencoder.trainable = False\ndecoder = Sequential([{decoder}])"


def oracle(n: Numbers) -> Value:
    """All parameters in Keras without those of the encoder alone."""
    image, every = (16, 16, 3), layers(n)
    return oracles.parameters(image, *every) - oracles.parameters(image, *every[:2])


ITEM = Item(
    topic="fcn",
    name=Text(ko="얼린 인코더", en="A frozen encoder"),
    difficulty=2,
    minutes=4,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
    max_number=9_999,
    # from the many numbers of four layers the search goes on for minutes
    beyond_search=frozenset({"all-counted", "biases-forgotten", "frozen-counted", "last-layer-only"}),
)
