"""Which quantity is a parameter."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import oracles
from fcnkit.practice.document import mistake, say
from fcnkit.practice.item import Item, OneOf, Question
from fcnkit.practice.values import Value
from fcnkit.text import Text

LEARNED = {
    ("Conv2D", "kernel"): Text(ko="합성곱 커널의 가중치", en="the weights of a convolution's kernel"),
    ("Conv2D", "bias"): Text(ko="합성곱 층의 편향", en="the biases of a convolutional layer"),
    ("Dense", "kernel"): Text(ko="완전 연결 층의 가중치", en="the weights of a fully connected layer"),
    ("Dense", "bias"): Text(ko="완전 연결 층의 편향", en="the biases of a fully connected layer"),
    ("Conv2DTranspose", "kernel"): Text(
        ko="전치 합성곱 커널의 가중치", en="the weights of a transposed convolution's kernel"
    ),
}
"""Keras layers, names of their weights, and what these are."""

CHOSEN = {
    ("Conv2D", "filters"): Text(ko="합성곱 층의 필터 수", en="the number of filters of a convolution"),
    ("Conv2D", "kernel_size"): Text(ko="커널의 크기", en="the size of the kernel"),
    ("Conv2D", "strides"): Text(ko="스트라이드", en="the stride"),
    ("Conv2D", "padding"): Text(ko="패딩의 종류", en="the kind of padding"),
    ("Dense", "units"): Text(ko="완전 연결 층의 뉴런 수", en="the number of neurons of a fully connected layer"),
    ("Dropout", "rate"): Text(ko="드롭아웃 비율", en="the dropout rate"),
    ("SGD", "learning_rate"): Text(ko="학습률", en="the learning rate"),
    ("Model.fit", "batch_size"): Text(ko="배치 크기", en="the batch size"),
    ("Model.fit", "epochs"): Text(ko="에포크 수", en="the number of epochs"),
}
"""Keras objects, names of their arguments, and what these are."""


class Numbers(NamedTuple):
    learned: tuple[str, str]
    chosen: tuple[tuple[str, str], ...]


def draw(rng: Random) -> Numbers:
    return Numbers(rng.choice([*LEARNED]), tuple(rng.sample([*CHOSEN], 3)))


def ask(n: Numbers) -> Question:
    key = LEARNED[n.learned]
    mistakes = [
        mistake(
            f"{place[1]}-taken-for-learned",
            CHOSEN[place],
            ko="사람이 정하는 하이퍼파라미터",
            en="A hyperparameter, which people choose",
        )
        for place in n.chosen
    ]
    return Question(
        text=(
            say(
                ko="다음 가운데 하이퍼파라미터가 **아닌** 것은 무엇입니까?",
                en="Which of these is **not** a hyperparameter?",
            ),
        ),
        answer=OneOf(key, mistakes),
        steps=(
            say(
                ko=f"파라미터는 학습으로 정해지는 가중치와 편향입니다. 여기서는 {key['ko']}뿐입니다. 사람이 미리 "
                "정하는 나머지는 모두 하이퍼파라미터입니다.",
                en=f"Parameters are the weights and biases that training finds: here, {key['en']}. All the others are "
                "chosen by people beforehand, and are hyperparameters.",
            ),
        ),
    )


def oracle(n: Numbers) -> Value:
    """What a built Keras layer lists among its trainable weights."""
    found = []
    for name, weight in (n.learned, *n.chosen):
        if name not in ("Conv2D", "Dense", "Conv2DTranspose"):
            continue
        layer = getattr(oracles.keras().layers, name)(*((2,) if name == "Dense" else (2, 3)))
        layer.build((None, 8, 8, 3))
        found += [(name, weight)] * (weight in [each.name for each in layer.trainable_weights])
    (only,) = found
    return (LEARNED | CHOSEN)[only]


ITEM = Item(topic="terminology", difficulty=2, minutes=1, book="closed", draw=draw, ask=ask, oracle=oracle)
