"""Which quantities are hyperparameters, and which are parameters."""

from __future__ import annotations

from itertools import combinations
from random import Random
from typing import NamedTuple

from fcnkit.practice import Distractor, Item, MultipleChoice, Question, Table, Text, Value, say, untranslated

from .. import oracles
from ..terms import TERMS

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
    ("SGD", "learning_rate"): Text(ko="학습률", en="the learning rate"),
    ("Model.fit", "batch_size"): Text(ko="배치 크기", en="the batch size"),
    ("Model.fit", "epochs"): Text(ko="에포크 수", en="the number of epochs"),
}
"""Keras objects, names of their arguments, and what these are."""
LETTERS = "PQRS"
NOT_CHOSEN = Text(
    ko="{letter} ({what}): 학습으로 정해지는 파라미터입니다", en="{letter} ({what}): a parameter, which training finds"
)
NOT_LEARNED = Text(
    ko="{letter} ({what}): 사람이 정하는 하이퍼파라미터입니다",
    en="{letter} ({what}): a hyperparameter, which people choose",
)


class Numbers(NamedTuple):
    shown: tuple[tuple[str, str], ...]
    """Two that are learned and two that are chosen, in the order in which they are shown."""
    chosen: bool
    """Whether the hyperparameters are asked for, rather than the parameters."""


def draw(rng: Random) -> Numbers:
    shown = [*rng.sample([*LEARNED], 2), *rng.sample([*CHOSEN], 2)]
    return Numbers(tuple(rng.sample(shown, 4)), rng.random() < 0.5)


def build(n: Numbers) -> Question:
    named = dict(zip(LETTERS, n.shown, strict=True))
    key = _pair([letter for letter, place in named.items() if (place in CHOSEN) == n.chosen])
    told = NOT_CHOSEN if n.chosen else NOT_LEARNED
    distractors = []
    for pair in combinations(LETTERS, 2):
        wrong = [letter for letter in pair if letter not in key.en]
        if wrong:
            what = (LEARNED | CHOSEN)[named[wrong[0]]]
            distractors.append(
                Distractor(f"{wrong[0]} in {pair}", _pair(pair), told.format(letter=wrong[0], what=what))
            )
    ko, en = ("하이퍼파라미터", "hyperparameters") if n.chosen else ("파라미터", "parameters")
    rows = tuple((untranslated(letter), (LEARNED | CHOSEN)[place]) for letter, place in named.items())
    first, second = ((LEARNED | CHOSEN)[named[letter]] for letter in key.en.split(", "))
    return Question(
        text=(
            say(ko=f"다음 가운데 **{ko}**만 모두 고른 것은 어느 것입니까?", en=f"Which of these are **{en}**?"),
            Table(((Text(ko="기호", en="letter"), Text(ko="무엇", en="what")), *rows)),
        ),
        answer=MultipleChoice(key, distractors),
        steps=(
            say(
                ko="파라미터는 학습으로 정해지는 가중치와 편향이고, 사람이 정하는 나머지는 모두 하이퍼파라미터입니다.",
                en="Parameters are the weights and biases that training finds; everything else, which people choose, "
                "is a hyperparameter.",
            ),
            say(ko=f"{ko}: {key.ko} ({first.ko}, {second.ko})", en=f"The {en}: {key.en} ({first.en}, {second.en})"),
        ),
        must_not_appear=TERMS.definitions(["parameter", "hyperparameter", "kernel"]),
        asks=("parameter", "hyperparameter"),
    )


def _pair(letters: tuple[str, ...] | list[str]) -> Text:
    return untranslated(", ".join(letters))


def oracle(n: Numbers) -> Value:
    """What built Keras layers list among their trainable weights; of all pairs, the only one that is right."""
    trained = []
    for name, weight in n.shown:
        if name in ("Conv2D", "Dense", "Conv2DTranspose"):
            layer = getattr(oracles.keras().layers, name)(*((2,) if name == "Dense" else (2, 3)))
            layer.build((None, 8, 8, 3))
            trained += [(name, weight)] * (weight in [each.name for each in layer.trainable_weights])
    (found,) = (
        pair
        for pair in combinations(LETTERS, 2)
        if all(
            (place in trained) != (n.chosen == (letter in pair)) for letter, place in zip(LETTERS, n.shown, strict=True)
        )
    )
    return _pair(found)


ITEM = Item(
    topic="terminology",
    name=Text(ko="파라미터와 하이퍼파라미터", en="Parameters and hyperparameters"),
    difficulty=2,
    minutes=2,
    book="closed",
    draw=draw,
    build=build,
    oracle=oracle,
)
