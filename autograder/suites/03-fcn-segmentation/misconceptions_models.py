"""Misconceptions about the model: how it shrinks and enlarges, and what it ends in.

People's models differ, so each is known by its signs in the facts that `looks.py` finds out.
"""

from __future__ import annotations

import math

import looks
import scales
import wrong_answers as wrong
from looks import Facts

from fcnkit.misconception import Misconception
from fcnkit.text import Text

Size = tuple[int, int]


def _products(facts: Facts) -> list[tuple[int, int]]:
    """For each way through the model, by how much it shrinks and by how much it enlarges, in height."""
    return [
        (
            math.prod(rows for direction, (rows, _) in way if direction == "down"),
            math.prod(rows for direction, (rows, _) in way if direction == "up"),
        )
        for way in scales.paths(facts["steps"])
    ]


def _factors(way: scales.Path, direction: str) -> list[scales.Factor]:
    return [factor for change, factor in way if change == direction]


def _same_order(way: scales.Path) -> bool:
    """Whether the ups come in the very order of the downs, or there are none of either."""
    return _factors(way, "down") == _factors(way, "up")


def _at_once(way: scales.Path) -> bool:
    """Whether a way first shrinks, then gets back to its size in fewer steps; or is mirrored."""
    down, up = _factors(way, "down"), _factors(way, "up")
    shrinks_first = all(change == "down" for change, _ in way[: len(down)])
    shrunk, enlarged = (tuple(map(math.prod, zip(*factors, strict=True))) for factors in (down, up))
    return scales.is_mirrored(way) or (shrinks_first and len(up) < len(down) and shrunk == enlarged)


def _unmirrored(facts: Facts) -> bool:
    return not all(map(scales.is_mirrored, scales.paths(facts["steps"])))


def _has(facts: Facts, *kinds: str) -> bool:
    return any(kind.startswith(kinds) for kind, _ in facts["layers"])


def _probable(facts: Facts) -> bool:
    """Whether all that a model gave lies between 0 and 1; False where none was run."""
    low, high = facts.get("range", (-1, 2))
    return low >= 0 and high <= 1


def _softmaxes(facts: Facts) -> int:
    return sum(kind == "Softmax" for kind, _, _ in facts["steps"]) + sum(
        activation == "softmax" for _, activation in facts["layers"]
    )


def _is_network(facts: Facts) -> bool:
    """Whether there is more than one convolution: of less it is not told what its author believes."""
    return sum("kernel_size" in settings for settings in facts["settings"]) > 1


def _sees_pixels_alone(facts: Facts) -> bool:
    """Whether no layer looks around: an enlarging kernel no larger than its stride lays pixels out side by side."""
    before = {place: facts["steps"][inputs[0]][2] for place, (_, inputs, _) in enumerate(facts["steps"]) if inputs}
    for place, ((kind, _, shape), settings) in enumerate(zip(facts["steps"], facts["settings"], strict=True)):
        stride = shape[0] // max(before[place][0], 1) if kind == "Conv2DTranspose" else 1
        if "Pooling" in kind or max(settings.get("kernel_size", (1,))) > stride:
            return False
    return True


STRIDES = (
    Misconception(
        id="not-reversed",
        name=Text(ko="스트라이드를 뒤집지 않음", en="The strides not reversed"),
        text=Text(
            ko="업샘플링 스트라이드가 줄인 순서 그대로입니다. 거울에 비추듯 뒤집어야 합니다. 마지막에 줄인 것이 가장 "
            "먼저 되돌아옵니다.",
            en="The upsampling strides come in the order of the downsampling strides. They belong in reverse order: "
            "what was shrunk last is enlarged first.",
        ),
        answers={"mirrored_strides": wrong.not_reversed, "build_fcn": wrong.same_order},
        signs={
            "build_fcn": lambda facts, *_: _unmirrored(facts) and all(map(_same_order, scales.paths(facts["steps"])))
        },
    ),
    Misconception(
        id="enlarged-at-once",
        name=Text(ko="여러 번 줄인 것을 한 번에 키움", en="Shrunk in steps, enlarged at once"),
        text=Text(
            ko="여러 번에 나누어 줄인 크기를 더 적은 횟수로 한꺼번에 키웠습니다. FCN-32s처럼 그렇게 하는 모델도 "
            "있지만, 이 과제에서는 줄일 때마다 같은 배율로 한 번씩 되돌립니다. 그래야 줄일 때와 키울 때 같은 크기의 "
            "특성 맵이 짝을 이룹니다.",
            en="What was shrunk in several steps is enlarged in fewer and larger ones. There are models that do so, "
            "such as FCN-32s, but in this assignment every step down has a step up of the same factor, so that "
            "there are feature maps of the same size on both sides.",
        ),
        answers={"build_fcn": wrong.enlarged_at_once},
        signs={"build_fcn": lambda facts, *_: _unmirrored(facts) and all(map(_at_once, scales.paths(facts["steps"])))},
    ),
    Misconception(
        id="down-and-up",
        name=Text(ko="다운샘플링 스트라이드까지 함께 돌려줌", en="The downsampling strides returned as well"),
        text=Text(
            ko="다운샘플링 스트라이드와 업샘플링 스트라이드를 이어 붙였습니다. 돌려줄 것은 업샘플링 "
            "스트라이드뿐입니다.",
            en="Both kinds of strides were joined. Only the upsampling strides should come back.",
        ),
        answers={"mirrored_strides": wrong.down_and_up},
    ),
    Misconception(
        id="sorted",
        name=Text(ko="스트라이드를 크기순으로 정렬함", en="The strides sorted by size"),
        text=Text(
            ko="스트라이드를 크기순으로 정렬했습니다. 중요한 것은 크기가 아니라 순서를 뒤집는 것입니다.",
            en="The strides were sorted. Their size does not matter: their order is to be reversed.",
        ),
        answers={"mirrored_strides": wrong.sorted_strides},
    ),
)

MODELS = (
    Misconception(
        id="dense-head",
        name=Text(ko="맨 끝에 Dense 층을 둠", en="A Dense layer at the end"),
        text=Text(
            ko="모델이 Dense 층으로 끝납니다. FCN은 Fully Convolutional Network, 곧 맨 끝까지 합성곱인 "
            "신경망입니다. 픽셀마다 클래스를 고르는 마지막 층도 필터가 `num_classes`개인 `Conv2D`입니다.",
            en="The model ends in a Dense layer. FCN stands for fully convolutional network: it is convolutional to "
            "the very end. The layer that chooses each pixel's class is a `Conv2D` with `num_classes` filters, too.",
        ),
        answers={"build_fcn": wrong.dense_head},
        signs={"build_fcn": lambda facts, *_: _has(facts, "Dense") and not _has(facts, "Flatten", "Global")},
    ),
    Misconception(
        id="flattened",
        name=Text(ko="Flatten이나 전역 풀링으로 위치를 없앰", en="Places lost to Flatten or global pooling"),
        text=Text(
            ko="중간에 `Flatten`이나 전역 풀링이 있습니다. 이미지 전체를 분류할 때는 쓰지만, 그러면 어느 픽셀이 "
            "어디에 있었는지가 사라지거나 이미지의 크기에 묶입니다. 분할에서는 끝까지 높이와 너비를 유지합니다.",
            en="There is a `Flatten` or a global pooling on the way. They serve to classify a whole image; but with "
            "them it is lost which pixel was where, or the model is tied to one size. In segmentation height and "
            "width stay to the end.",
        ),
        answers={"build_fcn": wrong.flattened},
        signs={"build_fcn": lambda facts, *_: _has(facts, "Flatten", "Global")},
    ),
    Misconception(
        id="rgb-for-classes",
        name=Text(ko="출력 채널을 RGB의 3으로 둠", en="The output's channels taken from RGB"),
        text=Text(
            ko="클래스가 몇 개든 출력 채널이 3개입니다. 서로 다른 3이 셋 있습니다. 입력의 3은 RGB, 커널의 3은 3×3, "
            "출력의 3은 클래스의 수입니다. 마지막 합성곱의 필터 수를 `num_classes`로 쓰세요.",
            en="The output has three channels however many classes there are. There are three different threes: RGB "
            "in the input, 3×3 in the kernels, and classes in the output. The last convolution has `num_classes` "
            "filters.",
        ),
        answers={"build_fcn": wrong.rgb_for_classes},
        signs={"build_fcn": lambda facts, _, num_classes: looks.channels(facts) == 3 != num_classes},
    ),
    Misconception(
        id="one-up-too-few",
        name=Text(ko="줄인 만큼 다시 키우지 않음", en="Not enlarged as often as shrunk"),
        text=Text(
            ko="줄인 것보다 적게 키워서 출력이 입력보다 작습니다. 스트라이드가 있는 합성곱이나 풀링마다, 같은 "
            "스트라이드의 전치 합성곱이 하나씩 짝을 이루어야 합니다.",
            en="The image is enlarged less than it was shrunk, so the output is smaller than the input. Every strided "
            "convolution or pooling needs its partner: a transposed convolution of the same stride.",
        ),
        answers={"build_fcn": wrong.one_up_too_few},
        signs={"build_fcn": lambda facts, *_: any(down > up for down, up in _products(facts))},
    ),
    Misconception(
        id="never-shrunk",
        name=Text(ko="이미지를 줄이지 않음", en="The image never shrunk"),
        text=Text(
            ko="모델이 처음부터 끝까지 원래 크기로 계산합니다. 그러면 커널이 한 번에 보는 범위가 좁아 물체 전체를 "
            "알아보기 어렵고 계산도 많이 듭니다. 줄였다가 키우는 것이 이 모델의 핵심입니다.",
            en="The model works at full size throughout. Kernels then see too little at a time to recognise a whole "
            "object, and it takes a lot of computing. To shrink and to enlarge again is the point of this model.",
        ),
        answers={"build_fcn": wrong.never_shrunk},
        signs={
            "build_fcn": lambda facts, *_: (
                _is_network(facts) and not any(scales.paths(facts["steps"])) and looks.size(facts) != ()
            )
        },
    ),
    Misconception(
        id="valid-padding",
        name=Text(ko='padding을 "valid"로 둠', en='Padding left at "valid"'),
        text=Text(
            ko="합성곱마다 가장자리가 조금씩 깎여 출력이 입력보다 몇 픽셀 작거나 큽니다. 패딩이 없는 3×3 커널은 한 "
            '변을 2씩 줄입니다. 모든 합성곱과 전치 합성곱에 `padding="same"`을 쓰세요.',
            en="Each convolution takes a little off the border, so the output is a few pixels smaller or larger than "
            'the input. A 3×3 kernel without padding takes 2 off each side length. Use `padding="same"` in every '
            "convolution, the transposed ones too.",
        ),
        answers={"build_fcn": wrong.valid_padding},
        signs={
            "build_fcn": lambda facts, img_size, _: (
                looks.size(facts) != tuple(img_size)
                and tuple(facts["inputs"][:2]) in (tuple(img_size), (None, None))
                and all(down == up for down, up in _products(facts))
                and max((down for down, _ in _products(facts)), default=1) <= scales.LARGEST
            )
        },
    ),
    Misconception(
        id="size-written-out",
        name=Text(ko="입력 크기를 숫자로 적음", en="The input's size written out as numbers"),
        text=Text(
            ko="입력의 크기를 200처럼 숫자로 적어, 다른 크기의 이미지에 쓸 수 없습니다. `keras.Input(shape=img_size + "
            "(3,))`처럼 받은 `img_size`를 쓰세요. 튜플을 더하면 하나로 이어집니다.",
            en="The input's size is written out, such as 200, so the model takes no other. Use the `img_size` that "
            "you are given: `keras.Input(shape=img_size + (3,))`. Adding tuples joins them.",
        ),
        answers={"build_fcn": wrong.size_written_out},
        signs={"build_fcn": lambda facts, img_size, _: tuple(facts["inputs"]) == (200, 200, 3) != (*img_size, 3)},
    ),
    Misconception(
        id="halved-too-often",
        name=Text(ko="8로 나누어떨어지지 않게 줄임", en="Shrunk by more than 8"),
        text=Text(
            ko="이미지를 너무 많이 줄였습니다. 200은 2로 세 번 나누면 25이지만 네 번은 나누어떨어지지 않아, 다시 "
            "키우면 208이 됩니다. 다운샘플링 스트라이드를 모두 곱한 값이 8의 약수(2, 4, 8)여야 합니다.",
            en="The image is shrunk too far. 200 can be halved three times, to 25, but not four times: enlarged "
            "again, it becomes 208. The product of all downsampling "
            "strides should divide 8: 2, 4 or 8.",
        ),
        answers={"build_fcn": wrong.halved_too_often},
        signs={"build_fcn": lambda facts, *_: any(scales.LARGEST % max(down, 1) for down, _ in _products(facts))},
    ),
    Misconception(
        id="pixels-alone",
        name=Text(ko="픽셀마다 그 픽셀 하나만으로 판단함", en="One pixel at a time"),
        text=Text(
            ko="합성곱이 모두 1×1이고 풀링도 없어서, 출력의 픽셀 하나는 입력의 픽셀 하나만 보고 정해집니다. 색 하나만 "
            "보아서는 그것이 고양이의 털인지 소파인지 알 수 없습니다. 3×3 커널처럼 주위를 함께 보는 층이 필요합니다.",
            en="All convolutions are 1×1 and there is no pooling, so each pixel of the output is decided by one pixel "
            "of the input. One colour does not tell the fur of a cat from a sofa: layers are needed that look around, "
            "with 3×3 kernels for instance.",
        ),
        answers={"build_fcn": wrong.pixels_alone},
        signs={"build_fcn": lambda facts, *_: "losses" in facts and _is_network(facts) and _sees_pixels_alone(facts)},
    ),
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
        signs={"build_fcn": lambda facts, *_: _probable(facts) and "sigmoid" in [name for _, name in facts["layers"]]},
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
        signs={"build_fcn": lambda facts, *_: not _softmaxes(facts) and "range" in facts and not _probable(facts)},
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
        signs={"build_fcn": lambda facts, *_: _probable(facts) and _softmaxes(facts) > 0},
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
        signs={"build_fcn": lambda facts, *_: _softmaxes(facts) > 1 and "losses" in facts},
    ),
)
