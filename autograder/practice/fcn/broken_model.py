"""Which line of a model does not give the shape that stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any, NamedTuple

from fcnkit.practice import Code, Item, Question, Text, Value, distractor, fill, say

from .. import oracles


class Numbers(NamedTuple):
    side: int
    filters: tuple[int, int]
    classes: int
    line: int
    """The one that is wrong, counted from 1."""
    bug: str


HALF = {"strides": 2, "padding": "same"}
WHY = {
    "stride-forgotten": Text(ko="`strides=2`가 없어 크기가 그대로입니다.", en="Without `strides=2` the size stays."),
    "stride-too-large": Text(ko="스트라이드가 2가 아니라 4입니다.", en="Its stride is 4 instead of 2."),
    "wrong-direction": Text(
        ko="Conv2D는 줄이고 Conv2DTranspose는 늘립니다. 방향이 반대입니다.",
        en="Conv2D shrinks and Conv2DTranspose enlarges: it goes the wrong way.",
    ),
    "wrong-filters": Text(
        ko="채널은 그 층의 필터 수인데, 다른 수가 적혀 있습니다.",
        en="Its channels are its filters, and these are another number.",
    ),
    "rgb-for-classes": Text(
        ko="출력 채널은 RGB의 3이 아니라 클래스 수여야 합니다.",
        en="Its filters must be the number of classes, not RGB's 3.",
    ),
    "padding-forgotten": Text(
        ko="`same`이 아니면 3×3 커널은 한 변에서 2칸을 깎습니다.",
        en="Without `same`, a 3×3 kernel takes 2 cells off each side.",
    ),
}


def draw(rng: Random) -> Numbers:
    line = rng.randint(1, 5)
    strided = ["stride-forgotten", "stride-too-large", "wrong-direction", "wrong-filters"]
    few = rng.choice([8, 16, 32])
    return Numbers(
        8 * rng.randint(8, 25),
        (few, 2 * few),
        rng.choice([2, 4, 5, 6, 7, 8]),
        line,
        rng.choice(["rgb-for-classes", "padding-forgotten"] if line == 5 else strided),
    )


def right_layers(n: Numbers) -> list[oracles.Layer]:
    """A network that gives a class for each pixel."""
    few, many = n.filters
    return [
        ("Conv2D", (few, 3), HALF),
        ("Conv2D", (many, 3), HALF),
        ("Conv2DTranspose", (many, 3), HALF),
        ("Conv2DTranspose", (few, 3), HALF),
        ("Conv2D", (n.classes, 3), {"padding": "same", "activation": "softmax"}),
    ]


def broken(n: Numbers) -> list[oracles.Layer]:
    """The network with its bug."""
    layers = right_layers(n)
    name, (filters, kernel), kwargs = layers[n.line - 1]
    other = {"Conv2D": "Conv2DTranspose", "Conv2DTranspose": "Conv2D"}[name]
    wrong: dict[str, oracles.Layer] = {
        "stride-forgotten": (name, (filters, kernel), {"padding": "same"}),
        "stride-too-large": (name, (filters, kernel), {"strides": 4, "padding": "same"}),
        "wrong-direction": (other, (filters, kernel), kwargs),
        "wrong-filters": (name, (sum(n.filters) - filters, kernel), kwargs),
        "rgb-for-classes": (name, (3, kernel), kwargs),
        "padding-forgotten": (name, (filters, kernel), {"activation": "softmax"}),
    }
    layers[n.line - 1] = wrong[n.bug]
    return layers


def planned(n: Numbers) -> list[tuple[int, int, int]]:
    """The shape that is wanted after each line."""
    few, many = n.filters
    half, quarter = n.side // 2, n.side // 4
    return [
        (half, half, few),
        (quarter, quarter, many),
        (half, half, many),
        (n.side, n.side, few),
        (n.side, n.side, n.classes),
    ]


def build(n: Numbers) -> Question:
    why = WHY[n.bug]
    lines = [_source(layer) for layer in broken(n)]
    plan = planned(n)
    distractors = [
        distractor(
            f"line-{line}",
            line,
            ko=f"앞줄 옆의 모양에서 {line}번 줄을 지나면 그 옆에 적힌 모양이 됩니다",
            en=f"From the shape beside the line before it, line {line} does give what stands beside it",
        )
        for line in range(1, 6)
        if line != n.line
    ]
    width = max(map(len, lines))
    code = "\n".join(
        f"{line:{width}}  # {number}: {shape}" for number, (line, shape) in enumerate(zip(lines, plan, strict=True), 1)
    )
    return Question(
        text=(
            say(
                ko=f"`({n.side}, {n.side}, 3)` 이미지의 픽셀마다 {n.classes}개 클래스의 확률을 내는 모델입니다. 줄마다 "
                "번호와 그 줄을 지난 뒤의 모양을 설계한 대로 적어 두었습니다. 설계는 맞지만, 코드 한 줄이 제 옆에 적힌 "
                "모양을 내지 못합니다. 몇 번 줄을 고쳐야 합니까?",
                en=f"For each pixel of a `({n.side}, {n.side}, 3)` image, this model gives the probabilities of "
                f"{n.classes} classes. Beside each line stand its number and the shape that is planned after it. The "
                "plan is right, but one line's code does not give the shape beside it: which line must be changed?",
            ),
            Code(code),
        ),
        answer=fill([(Text(ko="줄 번호", en="number of the line"), n.line)], distractors),
        steps=(
            say(
                ko=f"{n.line}번 줄: {why['ko']} 이렇게 고칩니다.",
                en=f"Line {n.line}: {why['en']} It should be:",
            ),
            Code(_source(right_layers(n)[n.line - 1])),
        ),
    )


def _source(layer: oracles.Layer) -> str:
    name, (filters, kernel), kwargs = layer
    options = "".join(f", {key}={value!r}" for key, value in kwargs.items()).replace("'", '"')
    return f"x = {name}({filters}, {kernel}{options})(x)"


def oracle(n: Numbers) -> Value:
    """Of all lines, the only one that can be changed, to whatever else, so that Keras gives every planned shape."""
    shapes = [(n.side, n.side, 3), *planned(n)]
    steps = [*zip(broken(n), shapes, shapes[1:], strict=False)]
    fits = [_fits(*step) for step in steps]
    mendable = [
        line
        for line, (layer, before, after) in enumerate(steps)
        if all(fits[:line] + fits[line + 1 :]) and any(_fits(other, before, after) for other in _others(n, layer))
    ]
    (only,) = mendable
    return only + 1


def _fits(layer: oracles.Layer, before: tuple[int, int, int], after: tuple[int, int, int]) -> bool:
    """Whether Keras makes one shape of the other."""
    try:
        return oracles.shapes(before, [layer])[0] == after
    except ValueError:  # a kernel larger than what is left of the image
        return False


def _others(n: Numbers, layer: oracles.Layer) -> Iterator[oracles.Layer]:
    """All that one line can be changed to: its kind, filters, kernel, stride or padding, or all of them."""
    activation: dict[str, Any] = {key: value for key, value in layer[2].items() if key == "activation"}
    for name in ("Conv2D", "Conv2DTranspose"):
        for filters in sorted({3, n.classes, *n.filters}):
            for kernel in (1, 3, 5):
                for strides in (1, 2, 4, 8):
                    for padding in ("same", "valid"):
                        yield name, (filters, kernel), {"strides": strides, "padding": padding, **activation}


ITEM = Item(
    topic="fcn",
    name=Text(ko="모델에서 틀린 줄 찾기", en="The wrong line of a model"),
    difficulty=2,
    minutes=4,
    book="open",
    draw=draw,
    build=build,
    oracle=oracle,
)
