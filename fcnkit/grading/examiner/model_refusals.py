"""Why a model that a student's function returned is not rebuilt, in words for the student.

A kind of layer is named only where it is one of a few: which one it is may depend on a hidden input.
"""

from __future__ import annotations

from fcnkit.grading.protocol import RefusedValue
from fcnkit.text import Text

_REFUSALS = {
    "unbuilt": Text(
        ko="{name} 함수가 돌려준 모델에 입력의 크기가 정해져 있지 않습니다. "
        "`keras.Input(shape=img_size + (3,))`으로 시작하거나, 돌려주기 전에 "
        "`model(keras.Input(img_size + (3,)))`을 불러 주세요.",
        en="The model that {name} returned does not know its input's shape yet. Begin with "
        "`keras.Input(shape=img_size + (3,))`, or call `model(keras.Input(img_size + (3,)))` before you return it.",
    ),
    "not-followed": Text(
        ko="{code:을} `keras.Input`으로 따라가 볼 수 없었습니다. 그 안에서는 Keras의 층과 "
        "`keras.ops`만 쓰고, 텐서의 값에 따라 갈라지는 `if`나 끝나지 않는 재귀가 없는지 확인해 보세요.",
        en="{code} could not be followed with a `keras.Input`. Use only Keras' layers and `keras.ops` in it, and check "
        "that no `if` depends on a tensor's values and no recursion goes on for ever.",
    ),
    "tf-function": Text(
        ko="{code:을} `keras.Input`으로 따라가 볼 수 없었습니다. 그 안에서 `tf`의 함수를 부르기 때문입니다. "
        "`tf.nn.relu`는 `keras.ops.relu`로, `tf.sigmoid`는 `keras.ops.sigmoid`로, `tf.maximum`은 "
        "`keras.ops.maximum`으로 바꾸세요.",
        en="{code} could not be followed with a `keras.Input`, since a function of `tf` is called there. Write "
        "`keras.ops.relu` for `tf.nn.relu`, `keras.ops.sigmoid` for `tf.sigmoid`, `keras.ops.maximum` for "
        "`tf.maximum`.",
    ),
    "nothing-returned": Text(
        ko="{code:이} 입력에서 계산한 값을 돌려주지 않습니다. `return`을 빠뜨리지 않았는지 확인해 보세요.",
        en="{code} returns nothing that it has computed from its input. Does it end with `return`?",
    ),
    "own-weights": Text(
        ko="직접 만든 층이 자체 가중치(`add_weight`나 변수)를 가지고 있습니다. 가중치는 Keras의 내장 층만 가질 수 "
        "있으니 그 안에서 `Conv2D`, `BatchNormalization`, `PReLU` 같은 층을 쓰세요.",
        en="A layer of a class of your own has weights of its own (`add_weight`, or a variable). Only Keras' built-in "
        "layers may have weights: use some in it, such as `Conv2D`, `BatchNormalization` or `PReLU`.",
    ),
    "foreign-layer": Text(
        ko="모델에 `{layer}` 층이 들어 있습니다. 다른 프로그램이나 파일을 쓰는 층은 채점할 수 없으니 다른 층으로 "
        "바꾸어 주세요.",
        en="The model contains a `{layer}` layer. Layers that use other programs or files cannot be graded; use "
        "another one.",
    ),
    "custom": Text(
        ko="모델에 Keras의 내장 층이나 연산이 아닌 것이 들어 있습니다. Keras에 있는 것으로 바꾸어 주세요.",
        en="The model contains something that is none of Keras' built-in layers and operations. Use what Keras has.",
    ),
    "too-large": Text(
        ko="모델의 파라미터가 너무 많습니다. 1,600만 개까지 채점할 수 있으니 필터 수를 줄여 주세요.",
        en="The model has too many parameters to be graded: up to 16 million are. Use fewer filters.",
    ),
    "too-many-layers": Text(
        ko="모델의 설정이 너무 길어서 채점할 수 없습니다. 층은 1,000개까지 둘 수 있습니다. 이미지만큼 큰 NumPy 배열을 "
        "층의 결과에 바로 더하거나 곱했다면, 그런 배열 없이 Keras의 층으로 만들어 주세요.",
        en="The model's configuration is too long to be graded. There may be up to 1,000 layers. If a NumPy array as "
        "large as an image is added to what a layer gives, or multiplied with it, use Keras' layers instead of it.",
    ),
    "whole-model": Text(
        ko="{name} 함수가 모델을 돌려주었습니다. 모델로 묶지 말고, 마지막 층이 낸 텐서를 `return x`처럼 돌려주세요.",
        en="{name} returned a whole model. Return the tensor that comes out of the last layer instead, as in "
        "`return x`.",
    ),
    "one-name": Text(
        ko="{name} 함수를 두 번 이어서 쓰니 이름이 같은 층이 둘이 되어 모델을 만들 수 없습니다. 층에 `name=`을 적지 "
        "말고, 층은 함수 안에서 새로 만드세요.",
        en="Where {name} is used twice in a row, two layers have one name, and no model can be made of them. Give the "
        "layers no `name=`, and make new ones at each call.",
    ),
    "unconnected": Text(
        ko="{name} 함수가 돌려준 텐서를 입력 `x`와 이을 수 없습니다. 모든 층이 `x`에서 시작하는지 확인해 보세요.",
        en="The tensor that {name} returned cannot be connected with its input `x`. Do all layers start from `x`?",
    ),
    "several-inputs": Text(
        ko="모델의 입력이 여러 개입니다. 입력은 이미지 하나여야 합니다.",
        en="The model has several inputs. There should be one, the image.",
    ),
    "several-outputs": Text(
        ko="모델의 출력이 여러 개입니다. 출력은 하나여야 합니다.",
        en="The model has several outputs. There should be one.",
    ),
}
_BROKEN = Text(
    ko="{name} 함수가 돌려준 모델을 읽을 수 없었습니다.", en="The model that {name} returned could not be read."
)
_OF_A_CLASS = Text(ko="직접 만든 모델이나 층의 코드", en="The code of a model or layer of your own")
_OF_LAMBDA = Text(ko="`Lambda` 층의 함수", en="The function of a `Lambda` layer")
_ACTIVATION = Text(ko="직접 만든 활성화 함수", en="An activation function of your own")
_ACTIVATION_OF = Text(ko="`{layer}` 층에 쓴 직접 만든 활성화 함수", en="Your own activation function in `{layer}`")
_LAYERS = frozenset({"Activation", "Dense", "Conv2D", "Conv2DTranspose", "DepthwiseConv2D", "SeparableConv2D"})
_FOREIGN = frozenset({"TFSMLayer", "TorchModuleWrapper", "JaxLayer", "FlaxLayer", "TextVectorization"})


def why_refused(value: RefusedValue, name: str) -> Text:
    """What is the matter with the model that the function `name` returned."""
    reason, layer = value.reason, value.layer
    if reason == "foreign-layer" and layer not in _FOREIGN:
        reason = "custom"
    return _REFUSALS.get(reason, _BROKEN).format(name=name, code=_code(layer), layer=layer)


def _code(layer: str) -> Text:
    """What is followed, by the kind of Keras' layer that holds it."""
    if layer in ("", "Lambda"):
        return _OF_LAMBDA if layer else _OF_A_CLASS
    return _ACTIVATION_OF.format(layer=layer) if layer in _LAYERS else _ACTIVATION
