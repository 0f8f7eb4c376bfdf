"""Why transfer learning helps where there are few pictures."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fcnkit.practice import (
    Explanation,
    Item,
    Question,
    Text,
    criterion,
    explain,
    misconception,
    nothing_to_compute,
    say,
)

from ..terms import TERMS

SUBJECTS = (
    Text(ko="고양이와 개", en="photos of cats and dogs"),
    Text(ko="병든 나뭇잎", en="photos of sick leaves"),
    Text(ko="밭이 찍힌 위성", en="satellite images of fields"),
    Text(ko="뼈가 보이는 엑스선", en="X-rays of bones"),
)


class Numbers(NamedTuple):
    pictures: int
    subject: int


def draw(rng: Random) -> Numbers:
    return Numbers(rng.randint(12, 40), rng.randrange(len(SUBJECTS)))


CRITERIA = (
    criterion(
        2,
        ko="앞쪽 층이 배우는 모서리, 색, 무늬는 어느 사진에나 있어서 다시 쓸 수 있다",
        en="What the first layers learn (edges, colours, textures) is in all pictures, and can be used again",
    ),
    criterion(
        1,
        ko="적은 사진으로는 많은 가중치를 처음부터 정할 수 없다(외우기만 한다, 과적합)",
        en="Few pictures cannot settle so many weights from nothing (they are learned by heart: overfitting)",
    ),
    criterion(
        1,
        ko="새로 배울 것은 뒤쪽 층이나 작은 조정뿐이다",
        en="Only the last layers, or small changes, are left to be learned",
    ),
)
MISCONCEPTIONS = (
    misconception(
        "same-objects",
        Text(
            ko="ImageNet에 같은 물체가 있어야만 도움이 된다",
            en="It helps only where ImageNet has the same objects",
        ),
        ko="앞쪽 층이 배운 모서리와 무늬는 다른 물체에도 쓰입니다.",
        en="Edges and textures serve for other objects, too.",
    ),
    misconception(
        "pictures-added",
        Text(
            ko="ImageNet의 사진을 내 사진에 더해 함께 학습한다",
            en="ImageNet's pictures are added to one's own",
        ),
        ko="옮겨 오는 것은 사진이 아니라 미리 학습한 가중치입니다.",
        en="Not pictures are taken over but weights that were trained before.",
    ),
    misconception(
        "nothing-left-to-train",
        Text(ko="더 학습하지 않아도 된다", en="Nothing more has to be trained"),
        ko="출력 층은 내 문제에 맞게 새로 학습해야 합니다.",
        en="The output layer has yet to be trained for the new task.",
    ),
)


def build(n: Numbers) -> Question:
    subject = SUBJECTS[n.subject]
    return Question(
        text=(
            explain(
                ko=f"{subject.ko} 사진을 분할하는 신경망을 만들려고 하는데, 마스크가 있는 사진이 "
                f"{n.pictures}장뿐입니다. 무작위 가중치에서 시작할 때보다 ImageNet으로 미리 학습한 가중치에서 시작할 "
                "때 왜 더 잘되는지",
                en=f"A network is to segment {subject.en}, but only {n.pictures} pictures have masks. Why does it do "
                "better from weights that were trained on ImageNet than from random ones?",
            ),
        ),
        answer=Explanation(CRITERIA, MISCONCEPTIONS),
        steps=(
            say(
                ko=f"사진 {n.pictures}장으로는 수많은 가중치를 처음부터 정할 수 없어서 사진을 외우게 됩니다. 앞쪽 층이 "
                "배우는 모서리와 무늬는 어느 사진에나 있으므로, 큰 데이터셋에서 배운 것을 그대로 다시 쓸 수 있습니다. "
                "그러면 뒤쪽 층만 새 문제에 맞추면 되어 적은 사진으로도 배울 수 있습니다.",
                en=f"From nothing, {n.pictures} pictures cannot settle so many weights, and are learned by heart. "
                "Edges and textures, which the first layers learn, are in all pictures, so what was learned from a "
                "large data set can be used again. Only the last layers are left to be fitted to the new task, for "
                "which few pictures will do.",
            ),
        ),
        must_not_appear=TERMS.definitions(["transfer-learning"]),
        asks=("why-transfer",),
    )


ITEM = Item(
    topic="fcn",
    name=Text(ko="전이 학습이 도움이 되는 이유", en="Why transfer learning helps"),
    difficulty=2,
    minutes=4,
    book="closed",
    draw=draw,
    build=build,
    oracle=nothing_to_compute,
    kind="explanation",
    in_words=True,
)
