"""Which line keeps a model from giving a class for each pixel."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import oracles
from fcnkit.practice.document import Code, mistake, say
from fcnkit.practice.item import Item, OneOf, Question
from fcnkit.practice.values import Value
from fcnkit.text import Text


class Numbers(NamedTuple):
    side: int
    classes: int
    bug: str


class Bug(NamedTuple):
    line: int
    wrong: oracles.Layer
    why: Text


HALF = {"strides": 2, "padding": "same"}


def draw(rng: Random) -> Numbers:
    return Numbers(rng.choice([64, 96, 128, 160, 200]), rng.choice([2, 4, 5, 6, 8]), rng.choice([*bugs()]))


def right_layers(classes: int) -> list[oracles.Layer]:
    """A network that gives a class for each pixel."""
    return [
        ("Conv2D", (32, 3), HALF),
        ("Conv2D", (64, 3), HALF),
        ("Conv2DTranspose", (64, 3), HALF),
        ("Conv2DTranspose", (32, 3), HALF),
        ("Conv2D", (classes, 3), {"padding": "same", "activation": "softmax"}),
    ]


def bugs() -> dict[str, Bug]:
    """What can be wrong: in which line, counted from 1, and what stands there instead."""
    return {
        "rgb-for-classes": Bug(
            5,
            ("Conv2D", (3, 3), {"padding": "same", "activation": "softmax"}),
            Text(
                ko="출력 채널은 RGB의 3이 아니라 클래스 수여야 합니다.",
                en="Its filters must be the number of classes, not RGB's 3.",
            ),
        ),
        "stride-not-mirrored": Bug(
            4,
            ("Conv2DTranspose", (32, 3), {"padding": "same"}),
            Text(ko="두 번 줄였으므로 두 번 늘려야 합니다.", en="After two steps down there must be two steps up."),
        ),
        "down-again": Bug(
            3,
            ("Conv2D", (64, 3), HALF),
            Text(
                ko="여기서 다시 줄이므로 크기가 돌아오지 않습니다.",
                en="It shrinks once more, so that the size does not come back.",
            ),
        ),
        "stride-too-large": Bug(
            2,
            ("Conv2D", (64, 3), {"strides": 4, "padding": "same"}),
            Text(ko="올라갈 때의 스트라이드와 맞지 않습니다.", en="It does not match the strides on the way up."),
        ),
    }


def broken(n: Numbers) -> list[oracles.Layer]:
    """The network with its bug."""
    layers, bug = right_layers(n.classes), bugs()[n.bug]
    layers[bug.line - 1] = bug.wrong
    return layers


def ask(n: Numbers) -> Question:
    bug = bugs()[n.bug]
    lines = [_source(layer) for layer in broken(n)]
    mistakes = [
        mistake(f"line-{line}", line, ko=f"{line}번 줄은 맞습니다", en=f"Line {line} is right")
        for line in range(1, 6)
        if line != bug.line
    ]
    right = _source(right_layers(n.classes)[bug.line - 1])
    return Question(
        text=(
            say(
                ko=f"`({n.side}, {n.side}, 3)` 이미지의 픽셀마다 {n.classes}개 클래스의 확률을 내려고 합니다. 그런데 "
                "줄 하나가 잘못되었습니다. 몇 번 줄을 고쳐야 합니까?",
                en=f"For each pixel of a `({n.side}, {n.side}, 3)` image, this model is to give the probabilities of "
                f"{n.classes} classes. One line is wrong: which one must be changed?",
            ),
            Code("\n".join(f"{line}  # {number}" for number, line in enumerate(lines, 1))),
        ),
        answer=OneOf(bug.line, mistakes),
        steps=(
            say(
                ko=f"{bug.line}번 줄: {bug.why['ko']} 이렇게 고칩니다.",
                en=f"Line {bug.line}: {bug.why['en']} It should be:",
            ),
            Code(right),
        ),
    )


def _source(layer: oracles.Layer) -> str:
    name, (filters, kernel), kwargs = layer
    options = "".join(f", {key}={value!r}" for key, value in kwargs.items()).replace("'", '"')
    return f"x = {name}({filters}, {kernel}{options})(x)"


def oracle(n: Numbers) -> Value:
    """The one line with which, put right, Keras gives the shape that is wanted."""
    found = []
    for line in range(1, 6):
        layers = broken(n)
        layers[line - 1] = right_layers(n.classes)[line - 1]
        if oracles.shapes((n.side, n.side, 3), layers)[-1] == (n.side, n.side, n.classes):
            found.append(line)
    (only,) = found
    return only


ITEM = Item(topic="fcn", difficulty=2, minutes=4, book="open", draw=draw, ask=ask, oracle=oracle)
