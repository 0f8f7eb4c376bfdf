"""How what was found out about a model is judged; `got` is a theme of `model_facts.py`."""

from __future__ import annotations

from typing import Any

import numpy as np

from fcnkit.suite import Text

from . import model_facts, scale_paths

LEAST, MOST = 0.4, 8.0
"""What the largest value that reaches the first convolution may be."""

_INPUT = Text(
    ko="모델의 입력 크기가 `img_size + (3,)`이 아닙니다. 부를 때마다 받은 `img_size`로 새로 만들어야 합니다.",
    en="The model's input is not `img_size + (3,)`. Each call makes a new model, for the `img_size` that it is given.",
)
_INPUT_CHANNELS = Text(
    ko="모델이 받는 이미지의 채널이 3개가 아닙니다. 입력은 `img_size + (3,)`입니다.",
    en="The images that the model takes do not have 3 channels. Its input is `img_size + (3,)`.",
)
_NO_SIDES = Text(
    ko="출력의 축이 높이, 너비, 채널의 셋이 아닙니다. 출력은 `img_size + (num_classes,)` 모양입니다.",
    en="The axes of the output are not height, width and channels. Its shape is `img_size + (num_classes,)`.",
)
_NO_KERNELS = Text(
    ko="모델에 합성곱이 하나도 없습니다.",
    en="There is no convolution in the model.",
)
_NOT_RESCALED = Text(
    ko="첫 합성곱이 받는 값이 0~1보다 훨씬 큽니다. 그보다 먼저 `layers.Rescaling(1 / 255)`로 줄이세요.",
    en="What reaches the first convolution is far larger than 0..1. Put `layers.Rescaling(1 / 255)` before it.",
)
_RESCALED_AWAY = Text(
    ko="첫 합성곱이 받는 값이 0에 너무 가깝습니다. 255로 나누는 것은 한 번뿐입니다.",
    en="What reaches the first convolution is all but 0. Divide by 255 once only.",
)
_OUTPUT = Text(
    ko='출력의 높이와 너비가 입력과 다릅니다. 줄인 만큼 다시 키우는지, 모든 층이 `padding="same"`인지 층마다 크기를 '
    "적어 가며 확인해 보세요.",
    en="Height and width of the output differ from those of the input. Write down the size after each layer: is it "
    'enlarged as often as it is shrunk, and do all layers have `padding="same"`?',
)
_CHANNELS = Text(
    ko="출력의 채널 수가 `num_classes`가 아닙니다. 마지막 합성곱의 필터 수가 클래스의 수입니다.",
    en="The output does not have `num_classes` channels. The filters of the last convolution are the classes.",
)
_OFFENDER = Text(
    ko="완전 합성곱 신경망에는 없는 층이 있습니다: `{layer}`. 맨 끝까지 합성곱이어야 합니다.",
    en="There is a layer that a fully convolutional network does not have: `{layer}`. It is convolutional to the end.",
)
_SEES_ALL = Text(
    ko="출력의 픽셀이 이미지의 먼 반대쪽까지 한 번에 봅니다. 모든 위치를 함께 계산하는 연산이 있습니다: 높이나 너비 "
    "전체의 평균·최댓값·합, 그 방향의 softmax, 뒤집기, 위치끼리의 행렬 곱 같은 것입니다. 합성곱은 "
    "가까운 주위만 봅니다.",
    en="Pixels of the output see the far end of the image at once. Some operation takes all positions together: a "
    "mean, maximum, sum or softmax over height or width, a flip, a matrix product of positions. A convolution looks at "
    "what is near.",
)
_POOLED = Text(
    ko="높이와 너비 전체를 한 번에 1×1로 줄인 곳이 있습니다. 모든 위치의 평균이나 최댓값은 이름이 달라도 전역 "
    "풀링입니다. 그 값은 어느 것이 어디에 있었는지 모릅니다.",
    en="Somewhere all of height and width become 1×1 at once. A mean or maximum over all positions is global pooling, "
    "whatever its name: what comes of it does not know where anything was.",
)
_NO_DOWN = Text(
    ko="모델이 크기를 한 번도 줄이지 않습니다. 스트라이드가 2인 합성곱이나 풀링으로 줄였다가 다시 키워야 합니다.",
    en="The model never shrinks its image. Shrink it by strided convolutions or pooling, then enlarge it again.",
)
_TOO_DEEP = Text(
    ko="다운샘플링 스트라이드를 모두 곱한 값이 8의 약수가 아닙니다. 8의 배수인 이미지가 나누어떨어져야 합니다.",
    en="The product of all downsampling strides does not divide 8, so an image whose sides are multiples of 8 does not "
    "come out even.",
)
_RESIZED = Text(
    ko="`Resizing`으로 크기를 맞추었습니다. 그러면 줄인 것을 어떻게 되돌렸는지가 가려지므로, 이 과제에서는 쓰지 "
    "않습니다.",
    en="`Resizing` brings the image to its size, which hides how the shrinking was undone. It is not used in this "
    "assignment.",
)
_BLURRED = Text(
    ko="크기를 줄인 곳에 주위를 보는 합성곱이 없습니다. 줄였다가 그대로 다시 키우기만 하면 이미지가 흐려질 뿐입니다.",
    en="Where the image is small, there is no convolution that looks around. Shrinking and enlarging alone just blur.",
)
_NOT_MIRRORED = Text(
    ko="다운샘플링 스트라이드와 업샘플링 스트라이드가 거울처럼 대칭이 아닙니다. 마지막에 줄인 것을 가장 먼저 되돌려야 "
    "합니다.",
    en="Upsampling and downsampling strides do not mirror each other: what was shrunk last is to be enlarged first, by "
    "the same factor.",
)
_NOT_SUMMED = Text(
    ko="픽셀마다 채널의 값을 더했을 때 1이 되지 않습니다. 마지막에 채널 방향의 softmax가 필요합니다.",
    en="The channels of a pixel do not add up to 1. The model should end in a softmax over the channels.",
)
_LOSS = Text(
    ko="작은 연습용 이미지를 240번 학습해도 손실이 0.5 아래로 내려가지 않았습니다. 입력을 0~1로 줄이는지, softmax가 "
    "한 번만 있는지, 활성화 함수가 있는지 확인해 보세요. 1×1 커널만 있다면 한 픽셀만 보게 되어 배울 수 없습니다.",
    en="After 240 steps on a few small images the loss was not below 0.5. Does the model rescale its input to 0..1, is "
    "there only one softmax, and do its layers have activations? With 1×1 kernels alone it sees one pixel at a time, "
    "which is too little to learn from.",
)


_FROZEN = Text(
    ko="모델에 학습할 가중치가 없습니다. 합성곱이 없거나, 모든 층이 `trainable=False`인지 확인해 보세요.",
    en="There is no weight to train in the model. Are there no convolutions, or is every layer `trainable=False`?",
)
_WRITTEN_OUT = Text(
    ko="한 스텝도 학습하기 전에 손실이 이미 0.5보다 작습니다. 답을 적어 두지 말고, 무작위 가중치에서 학습하게 하세요.",
    en="The loss is below 0.5 before the first step. Let the model learn from random weights instead of writing the "
    "answer into it.",
)


def size(got: Any, expected: Any) -> Text | None:
    """Input as the arguments say, or of any size; output as large as the input."""
    declared = zip(got["input"], expected["input"], strict=False)
    strange = [place for place, (side, wanted) in enumerate(declared) if side not in (None, wanted)]
    if len(got["input"]) != 3 or strange:
        return _INPUT_CHANNELS if len(got["input"]) == 3 and strange == [2] else _INPUT
    if len(got["output"]) != 2:
        return _NO_SIDES
    return None if got["output"] == expected["output"] else _OUTPUT


def channels(got: Any, expected: Any) -> Text | None:
    return None if got == expected else _CHANNELS


def convolutional(got: Any, _expected: Any) -> Text | None:
    return _OFFENDER.format(layer=min(got)) if got else None  # one: a list, in its order, could tell much


def reach(got: Any, _expected: Any) -> Text | None:
    return _SEES_ALL if got.pixels is not None and got.pixels > model_facts.NEAR else None


def strides(got: Any, _expected: Any) -> Text | None:
    if got.is_resized:
        return _RESIZED
    if got.is_pooled:
        return _POOLED
    if not any(got.ways):
        return _NO_DOWN
    if not all(map(scale_paths.is_mirrored, got.ways)):
        return _NOT_MIRRORED
    if "down" not in got.works_where:
        return _BLURRED
    depths = [depth for way in got.ways for depth in scale_paths.deepest(way)]
    return None if all(scale_paths.LARGEST % depth == 0 for depth in depths) else _TOO_DEEP


def rescaled(got: Any, _expected: Any) -> Text | None:
    """0..1 and -1..1 are usual, and what normalisation makes is a little more."""
    if got is None:
        return _NO_KERNELS
    if got.peak > MOST:
        return _NOT_RESCALED
    return None if got.peak >= LEAST else _RESCALED_AWAY


def softmax(got: Any, _expected: Any) -> Text | None:
    low, high = got.range
    summed = np.allclose(got.sums, 1, atol=1e-3)
    return None if summed and low >= -1e-6 and high <= 1 + 1e-3 else _NOT_SUMMED


def learns(got: Any, _expected: Any) -> Text | None:
    if not got.losses:
        return _FROZEN
    if got.losses[0] < model_facts.GOAL:
        return _WRITTEN_OUT
    if got.losses[-1] >= model_facts.GOAL:
        return _LOSS
    if got.scaling.works_where:
        return None
    return _BLURRED if any(got.scaling.ways) else _NO_DOWN
