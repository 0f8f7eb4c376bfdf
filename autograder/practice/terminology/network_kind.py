"""What a network is called: an FCN, an MLP, or one of the two whose names are like theirs."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any, NamedTuple

from fcnkit.practice import Code, Item, MultipleChoice, Question, Text, Value, distractor, say, untranslated

from .. import oracles
from ..terms import TERMS

NAMES = {"fcn": "FCN", "mlp": "MLP", "densenet": "DenseNet", "resnet": "ResNet"}
WHY = {
    "fcn": Text(
        ko="FCN은 출력까지 모두 합성곱 계열 층입니다. C는 connected가 아니라 convolutional입니다",
        en="An FCN is made of convolution-like layers up to its output; its C is not connected but convolutional",
    ),
    "mlp": Text(ko="MLP는 Dense 층만 쌓은 신경망입니다", en="An MLP is made of Dense layers only"),
    "densenet": Text(
        ko="DenseNet은 앞선 출력을 이어 붙이는 CNN 구조이지, Dense 층만 쌓은 것이 아닙니다",
        en="DenseNet is a CNN that concatenates earlier outputs, not a stack of Dense layers",
    ),
    "resnet": Text(
        ko="ResNet은 입력을 건너뛰어 출력에 더하는 CNN 구조입니다",
        en="ResNet is a CNN that adds an input to the output past a shortcut",
    ),
}


class Numbers(NamedTuple):
    asked: str
    filters: int
    more: int
    """Blocks, or layers."""
    classes: int


def draw(rng: Random) -> Numbers:
    return Numbers(rng.choice([*NAMES]), rng.choice([8, 16, 32, 64]), rng.choice([2, 3]), rng.randint(2, 20))


def source(n: Numbers) -> str:
    """The network's code, from `x` to `x`."""
    conv = f'Conv2D({n.filters}, 3, padding="same", activation="relu")(x)'
    dense = f'Dense({n.filters}, activation="relu")(x)'
    head = ["x = Flatten()(x)", f"x = Dense({n.classes})(x)"]
    down = f'x = Conv2D({n.filters}, 3, strides=2, padding="same", activation="relu")(x)'
    up = f'x = Conv2DTranspose({n.filters}, 3, strides=2, padding="same", activation="relu")(x)'
    lines = {
        "fcn": [*[down] * n.more, *[up] * n.more, f"x = Conv2D({n.classes}, 1)(x)"],
        "mlp": [head[0], *[f"x = {dense}"] * n.more, head[1]],
        "densenet": [f"x = {conv}", *[f"x = Concatenate()([x, {conv}])"] * n.more, *head],
        "resnet": [f"x = {conv}", *[f"x = Add()([x, {conv}])"] * n.more, *head],
    }
    return "\n".join(lines[n.asked])


def _mix_up(asked: str, kind: str) -> str:
    """As the quiz calls it, if the sheet tells the two apart."""
    one, other = TERMS.sheet[asked], TERMS.sheet[kind]
    return TERMS.sheet.mix_up_id(one, other) if kind in TERMS.sheet.confused_with(one) else f"taken-for-{kind}"


def build(n: Numbers) -> Question:
    key, why = NAMES[n.asked], WHY[n.asked]
    distractors = [
        distractor(_mix_up(n.asked, kind), untranslated(name), ko=WHY[kind]["ko"], en=WHY[kind]["en"])
        for kind, name in NAMES.items()
        if kind != n.asked
    ]
    return Question(
        text=(
            say(
                ko="이미지 `x`가 지나가는 이 신경망은 무엇이라고 부릅니까?",
                en="What is this network called, through which an image `x` goes?",
            ),
            Code(source(n)),
        ),
        answer=MultipleChoice(untranslated(key), distractors),
        steps=(say(ko=f"{why['ko']}. 답은 **{key}**입니다.", en=f"{why['en']}: **{key}**."),),
        must_not_appear=TERMS.definitions(NAMES),
        asks=tuple(NAMES),
    )


def oracle(n: Numbers) -> Value:
    """Run the code in Keras and look at the layers of the model: only one of the four kinds is as they are."""
    keras = oracles.keras()
    image = keras.Input((16, 16, 3))
    names: dict[str, Any] = {**vars(keras.layers), "x": image}
    exec(source(n), names)  # noqa: S102  # our own code, above
    model = keras.Model(image, names["x"])
    layers = [type(layer).__name__ for layer in model.layers]
    weighted = {name for layer, name in zip(model.layers, layers, strict=True) if layer.weights}
    is_kind: dict[str, Callable[[], bool]] = {
        "fcn": lambda: len(model.output.shape) == 4 and "Dense" not in weighted,
        "mlp": lambda: weighted == {"Dense"},
        "densenet": lambda: "Conv2D" in weighted and "Concatenate" in layers,
        "resnet": lambda: "Conv2D" in weighted and "Add" in layers,
    }
    (kind,) = (kind for kind, holds in is_kind.items() if holds())
    return untranslated(NAMES[kind])


ITEM = Item(
    topic="terminology",
    name=Text(ko="신경망의 종류", en="The kind of a network"),
    difficulty=2,
    minutes=2,
    book="closed",
    draw=draw,
    build=build,
    oracle=oracle,
)
