"""Three different threes in the textbook's model."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import Code, Item, MultipleChoice, Question, Text, Value, distractor, say

from .. import oracles

CHANGES = {
    "channels": Text(
        ko="컬러 이미지 대신 흑백 이미지(채널 하나)를 넣으려면",
        en="To feed grey images (one channel) instead of colour",
    ),
    "kernel": Text(ko="3×3 대신 5×5 커널을 쓰려면", en="To use kernels of 5×5 instead of 3×3"),
    "classes": Text(ko="클래스를 3개가 아니라 7개로 나누려면", en="To tell apart 7 classes instead of 3"),
}
MEANINGS = {
    "channels": Text(ko="입력의 RGB 채널 수", en="the number of RGB channels"),
    "kernel": Text(ko="커널의 한 변", en="the side of a kernel"),
    "classes": Text(ko="클래스 수", en="the number of classes"),
}


class Numbers(NamedTuple):
    change: str
    letters: tuple[str, str, str]
    """What the channels, the kernel and the classes are called in the code."""


def draw(rng: Random) -> Numbers:
    a, b, c = rng.sample([*"abckmpqr"], 3)
    return Numbers(rng.choice([*CHANGES]), (a, b, c))


def build(n: Numbers) -> Question:
    meaning = dict(zip(MEANINGS, n.letters, strict=True))
    key = meaning[n.change]
    distractors = [
        distractor(which, letter, ko=f"이 문자의 뜻: {MEANINGS[which]['ko']}", en=f"That is {MEANINGS[which]['en']}")
        for which, letter in meaning.items()
        if which != n.change
    ]
    channels, kernel, classes = n.letters
    told = {which: f"`{letter}`" for which, letter in meaning.items()}
    return Question(
        text=(
            say(
                ko=f"다음 코드에서 `{'`, `'.join(sorted(n.letters))}`의 값은 모두 3입니다. {CHANGES[n.change]['ko']} "
                "무엇을 바꿔야 합니까?",
                en=f"In this code, `{'`, `'.join(sorted(n.letters))}` are all 3. {CHANGES[n.change]['en']}, which one "
                "must be changed?",
            ),
            Code(
                f"inputs = Input(shape=(200, 200, {channels}))\n"
                f'x = Conv2D(64, {kernel}, strides=2, padding="same", activation="relu")(inputs)\n'
                f'x = Conv2DTranspose(64, {kernel}, strides=2, padding="same", activation="relu")(x)\n'
                f'outputs = Conv2D({classes}, {kernel}, padding="same", activation="softmax")(x)'
            ),
        ),
        answer=MultipleChoice(key, distractors, options=3),
        steps=(
            say(
                ko=f"{told['channels']}: {MEANINGS['channels']['ko']}, {told['kernel']}: {MEANINGS['kernel']['ko']}, "
                f"{told['classes']}: {MEANINGS['classes']['ko']}. 바꿀 것은 `{key}`입니다.",
                en=f"{told['channels']} is {MEANINGS['channels']['en']}, {told['kernel']} is "
                f"{MEANINGS['kernel']['en']} and {told['classes']} is {MEANINGS['classes']['en']}. So `{key}` must be "
                "changed.",
            ),
        ),
        asks=("three-threes",),
        reveals=("input-shape",),
    )


def oracle(n: Numbers) -> Value:
    """Give each letter its new value in turn: with only one of them does Keras make what is wanted."""
    wanted = {"channels": 1, "kernel": 5, "classes": 7}[n.change]
    found = []
    for place, letter in enumerate(n.letters):
        values = [3, 3, 3]
        values[place] = wanted
        channels, kernel, classes = values
        weights = oracles.parameters(
            (16, 16, channels), ("Conv2D", (64, kernel), {}), ("Conv2D", (classes, kernel), {})
        )
        seen = {
            "channels": weights == 64 * 9 * 1 + 64 + 64 * 9 * 3 + 3,
            "kernel": weights == 64 * 25 * 3 + 64 + 64 * 25 * 3 + 3,
            "classes": weights == 64 * 9 * 3 + 64 + 64 * 9 * 7 + 7,
        }
        if seen[n.change]:
            found.append(letter)
    (only,) = found
    return only


ITEM = Item(
    topic="fcn",
    name=Text(ko="세 가지 3", en="Three different threes"),
    difficulty=1,
    minutes=2,
    book="closed",
    draw=draw,
    build=build,
    oracle=oracle,
)
