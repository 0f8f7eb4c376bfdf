"""Why one thing of a layer is a hyperparameter, and another one a parameter."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import (
    Explanation,
    Item,
    Paragraph,
    Question,
    Text,
    criterion,
    explain,
    misconception,
    nothing_to_compute,
)

from ..terms import TERMS

CHOSEN = (
    Text(ko="커널의 크기", en="the size of the kernels"),
    Text(ko="필터의 개수", en="the number of filters"),
    Text(ko="스트라이드", en="the stride"),
    Text(ko="학습률", en="the learning rate"),
)
LEARNED = (
    Text(ko="커널 안의 가중치", en="the weights in the kernels"),
    Text(ko="합성곱 층의 편향", en="the biases of the convolution"),
)


class Numbers(NamedTuple):
    chosen: int
    learned: int


def draw(rng: Random) -> Numbers:
    return Numbers(rng.randrange(len(CHOSEN)), rng.randrange(len(LEARNED)))


CRITERIA = (
    criterion(
        2,
        ko="파라미터는 손실이 줄도록 학습이 데이터에서 찾는 값이다",
        en="A parameter is found by training, from the data, so that the loss falls",
    ),
    criterion(
        1,
        ko="하이퍼파라미터는 학습 전에 사람이 정하고, 학습으로 바뀌지 않는다",
        en="A hyperparameter is chosen by people before training, which does not change it",
    ),
    criterion(
        1,
        ko="하이퍼파라미터는 여러 값으로 학습해 검증 데이터에서 견주어 고른다(또는 기울기로 구할 수 없다)",
        en="Hyperparameters are chosen by training with several values and comparing them on validation data (or: "
        "there is no gradient for them)",
    ),
)
MISCONCEPTIONS = (
    misconception(
        "hyper-is-important",
        Text(ko="하이퍼파라미터는 더 중요한 파라미터다", en="Hyperparameters are the more important parameters"),
        ko="중요해서가 아니라, 누가 정하는지에 따라 나눕니다.",
        en="They differ in who sets them, not in how much they matter.",
    ),
    misconception(
        "inside-is-learned",
        Text(ko="층 안에 있는 것은 모두 파라미터다", en="Everything inside a layer is a parameter"),
        ko="커널의 크기와 스트라이드도 층에 속하지만 사람이 정합니다.",
        en="A layer's kernel size and stride are chosen by people.",
    ),
    misconception(
        "used-is-learned",
        Text(ko="학습하는 동안 쓰이면 파라미터다", en="What training uses is a parameter"),
        ko="학습률도 학습하는 동안 쓰이지만 학습이 찾는 값은 아닙니다.",
        en="Training uses the learning rate, too, but does not find it.",
    ),
)
ASKED = Text(
    ko="{chosen:은} 하이퍼파라미터이고 {learned:은} 파라미터입니다. 왜 그렇게 나누는지, 하이퍼파라미터의 좋은 값은 "
    "어떻게 고르는지",
    en="Why is {chosen} called hyperparameter and {learned} parameter, and how are good hyperparameters found?",
)
MODEL = Text(
    ko="{learned:은} 손실이 줄어들도록 학습이 데이터에서 찾아내므로 파라미터입니다. {chosen:은} 학습하기 전에 사람이 "
    "정하고 학습하는 동안 바뀌지 않으므로 하이퍼파라미터입니다. 좋은 값은 여러 값으로 학습해 보고 검증 데이터에서 "
    "견주어 고릅니다.",
    en="Training finds {learned} from the data, so that the loss falls: that is a parameter. People choose {chosen} "
    "before training, which does not change it: that is a hyperparameter. Good ones are found by training with several "
    "values and comparing the results on validation data.",
)


def build(n: Numbers) -> Question:
    named = {"chosen": CHOSEN[n.chosen], "learned": LEARNED[n.learned]}
    asked, model = ASKED.format(**named), MODEL.format(**named)
    return Question(
        text=(explain(ko=asked.ko, en=asked.en),),
        answer=Explanation(CRITERIA, MISCONCEPTIONS),
        steps=(Paragraph(model),),
        must_not_appear=TERMS.definitions(["parameter", "hyperparameter"]),
        asks=("parameter", "hyperparameter"),
    )


ITEM = Item(
    topic="terminology",
    name=Text(ko="하이퍼파라미터라고 하는 이유", en="Why it is a hyperparameter"),
    difficulty=2,
    minutes=4,
    book="closed",
    draw=draw,
    build=build,
    oracle=nothing_to_compute,
    kind="explanation",
    in_words=True,
)
