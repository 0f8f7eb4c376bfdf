"""Misconceptions about what a model ends in.

People's models differ, so each is known by its signs.
"""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import detectors
from . import wrong_answers_models as wrong

OUTPUTS = (
    Misconception(
        id="sigmoid-for-softmax",
        name=Text(ko="softmax 대신 sigmoid를 씀", en="Sigmoid instead of softmax"),
        text=Text(
            ko="클래스마다 sigmoid를 써서 확률의 합이 1이 아닙니다. 픽셀 하나는 클래스 하나에 속하므로, 클래스끼리 "
            "겨루는 softmax가 맞습니다.",
            en="Each class has a sigmoid of its own, so the probabilities do not add up to 1. A pixel belongs to one "
            "class: softmax makes the classes compete.",
        ),
        answers={"build_fcn": wrong.sigmoid_instead},
        signs={"build_fcn": lambda facts, *_: detectors.ends_in_sigmoid(facts)},
    ),
    Misconception(
        id="no-softmax",
        name=Text(ko="softmax를 빠뜨림", en="The softmax forgotten"),
        text=Text(
            ko='출력이 확률이 아니라 아무 숫자나 됩니다. 마지막에 `activation="softmax"`를 주거나 `Softmax` 층을 '
            "두세요.",
            en='The output is any numbers instead of probabilities. Give the last layer `activation="softmax"`, or '
            "add a `Softmax` layer.",
        ),
        answers={"build_fcn": wrong.no_softmax},
        signs={
            "build_fcn": lambda facts, *_: (
                not detectors.softmaxes(facts) and "range" in facts and not detectors.probable(facts)
            )
        },
    ),
    Misconception(
        id="softmax-over-rows",
        name=Text(ko="채널이 아닌 축에 softmax를 적용함", en="Softmax over another axis than the channels"),
        text=Text(
            ko="softmax가 채널이 아니라 행이나 열 방향으로 적용되었습니다. 한 픽셀의 클래스들이 겨루어야 하므로 마지막 "
            "축(`axis=-1`)이 맞습니다.",
            en="The softmax runs over rows or columns instead of channels. The classes of one pixel compete, so it is "
            "the last axis, `axis=-1`.",
        ),
        answers={"build_fcn": wrong.softmax_over_rows},
        signs={
            "build_fcn": lambda facts, *_: (
                "range" in facts and detectors.over_other_axis(facts) and not detectors.channels_first(facts)
            )
        },
    ),
    Misconception(
        id="pixels-in-a-row",
        name=Text(ko="픽셀을 한 줄로 나열함", en="Pixels in a single row"),
        text=Text(
            ko="출력이 (높이 × 너비, 클래스) 모양입니다. 픽셀을 한 줄로 나열해서 높이와 너비가 사라졌습니다. 손실 "
            "함수는 축이 더 있어도 픽셀마다 계산하므로 `Reshape`가 필요하지 않습니다. 출력을 `img_size + "
            "(num_classes,)` 그대로 두세요.",
            en="The output has the shape (height × width, classes): the pixels are put into a single row, and "
            "height and width are gone. A loss is taken at each pixel however many axes there are, so no "
            "`Reshape` is needed. Leave the output as `img_size + (num_classes,)`.",
        ),
        answers={"build_fcn": wrong.pixels_in_a_row},
        signs={"build_fcn": lambda facts, img_size, _: detectors.in_a_row(facts, img_size)},
    ),
    Misconception(
        id="softmax-twice",
        name=Text(ko="softmax를 두 번 적용함", en="Softmax applied twice"),
        text=Text(
            ko="softmax를 두 번 적용했습니다. 확률에 softmax를 한 번 더 적용하면 차이가 뭉개져, 클래스가 3개일 때 "
            "아무리 확신해도 0.58을 넘지 못합니다. 그래서 손실이 0.55 아래로 내려가지 않습니다. 하나만 남기세요.",
            en="Softmax is applied twice. Of probabilities it makes nearly equal ones: with three classes none gets "
            "above 0.58, however sure the model is, so the loss cannot fall below 0.55. Keep one of the two.",
        ),
        answers={"build_fcn": wrong.softmax_twice},
        signs={"build_fcn": lambda facts, *_: detectors.softmax_again(facts) and "losses" in facts},
    ),
    Misconception(
        id="softmax-inside",
        name=Text(ko="중간 층에도 softmax를 씀", en="Softmax inside the model, too"),
        text=Text(
            ko="마지막이 아닌 층의 활성화 함수도 softmax입니다. 그러면 층마다 채널의 합이 1로 눌려서, 특성을 크게 "
            "나타내지 못하고 기울기도 작아집니다. 중간 층에는 `relu`를 쓰고, softmax는 마지막에 한 번만 씁니다.",
            en="Layers before the last one have softmax as their activation, too. It squeezes the channels of each "
            "layer to a sum of 1, so that features stay weak and gradients small. Use `relu` inside, and softmax "
            "once, at the end.",
        ),
        answers={"build_fcn": wrong.softmax_inside},
        signs={
            "build_fcn": lambda facts, *_: (
                detectors.softmaxes(facts) > 1 and not detectors.softmax_again(facts) and "losses" in facts
            )
        },
    ),
    Misconception(
        id="class-numbers-in-the-model",
        name=Text(ko="모델 안에서 argmax를 구함", en="The argmax taken inside the model"),
        text=Text(
            ko="모델이 확률이 아니라 클래스 번호를 냅니다. argmax에는 기울기가 없어서 그런 모델은 학습할 수 없습니다. "
            "모델은 softmax로 끝내고, 가장 큰 것을 고르는 일은 예측한 다음에 합니다.",
            en="The model gives class numbers instead of probabilities. Argmax has no gradient, so such a model "
            "cannot be trained. End it in the softmax, and choose the largest after predicting.",
        ),
        answers={"build_fcn": wrong.argmax_inside},
        signs={"build_fcn": lambda facts, *_: any(kind.lower() == "argmax" for kind, _, _ in facts["steps"])},
    ),
)
