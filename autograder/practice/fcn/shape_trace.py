"""The shapes of an image on its way through a fully convolutional network."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Item, Question, Table, Text, Value, distractor, fill, format_value, say, untranslated

from .. import oracles


class Numbers(NamedTuple):
    side: int
    filters: tuple[int, int]
    classes: int


def draw(rng: Random) -> Numbers:
    first = rng.choice([8, 16, 32, 64])
    return Numbers(8 * rng.randint(5, 25), (first, 2 * first), rng.choice([2, 3, 4, 5, 6, 7]))


def layers(n: Numbers) -> list[oracles.Layer]:
    """The network: two steps down, two up, and a class for each pixel."""
    few, many = n.filters
    half = {"strides": 2, "padding": "same"}
    return [
        ("Conv2D", (few, 3), half),
        ("Conv2D", (many, 3), half),
        ("Conv2DTranspose", (many, 3), half),
        ("Conv2DTranspose", (few, 3), half),
        ("Conv2D", (n.classes, 3), {"padding": "same"}),
    ]


def build(n: Numbers) -> Question:
    side, (few, many) = n.side, n.filters
    shapes = [
        (side, side, 3),
        (side // 2, side // 2, few),
        (side // 4, side // 4, many),
        (side // 2, side // 2, many),
        (side, side, few),
        (side, side, n.classes),
    ]
    written = [Text(ko="이미지", en="image"), *(untranslated(f"`{_written(layer)}`") for layer in layers(n))]
    gaps = {1: "(a)", 3: "(b)", 5: "(c)"}
    shown = [gaps.get(place) or format_value(shape)["en"] for place, shape in enumerate(shapes)]
    solved = [format_value(shape) for shape in shapes]
    head = (Text(ko="층", en="layer"), Text(ko="출력의 모양", en="output shape"))
    rgb = (shapes[1], shapes[3], (side, side, 3))
    shrunk = (shapes[1], (side // 8, side // 8, many), shapes[5])
    lost = ((side // 2 - 1, side // 2 - 1, few), shapes[3], shapes[5])
    distractors = [
        distractor("rgb-at-the-end", rgb, ko="마지막 깊이를 RGB 채널 수로 생각함", en="The last depth taken from RGB"),
        distractor(
            "shrinks-on", shrunk, ko="전치 합성곱도 줄인다고 생각함", en="The transposed convolution shrinks, too"
        ),
        distractor("same-loses-cells", lost, ko="`same`에서도 칸을 뺌", en="Cells taken off with `same`"),
    ]
    return Question(
        text=(
            say(
                ko="모든 층의 패딩이 `same`입니다. (a), (b), (c)에 들어갈 모양을 다른 줄처럼 쓰세요.",
                en="Every layer's padding is `same`. Write the shapes at (a), (b) and (c) as in the other lines.",
            ),
            Table((head, *((layer, untranslated(text)) for layer, text in zip(written, shown, strict=True)))),
        ),
        answer=fill([(untranslated(name), shapes[place]) for place, name in gaps.items()], distractors),
        steps=(
            say(
                ko="`strides=2`인 Conv2D는 높이와 너비를 반으로 줄이고, Conv2DTranspose는 두 배로 늘립니다. 채널은 그 "
                "층의 필터 수이고, 마지막은 클래스 수입니다.",
                en="With `strides=2`, Conv2D halves height and width, and Conv2DTranspose doubles them. Channels are "
                "the layer's filters, at the end the number of classes.",
            ),
            Table((head, *((layer, shape) for layer, shape in zip(written, solved, strict=True)))),
        ),
    )


def _written(layer: oracles.Layer) -> str:
    name, (filters, kernel), kwargs = layer
    return f"{name}({filters}, {kernel}, strides=2)" if "strides" in kwargs else f"{name}({filters}, {kernel})"


def oracle(n: Numbers) -> Value:
    shapes = oracles.shapes((n.side, n.side, 3), layers(n))
    return (shapes[0], shapes[2], shapes[4])


ITEM = Item(
    topic="fcn",
    name=Text(ko="층마다의 모양", en="The shapes from layer to layer"),
    difficulty=2,
    minutes=6,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
