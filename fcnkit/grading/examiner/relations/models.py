"""Relations for functions that return a Keras model: what lies on the way through each of the wrong ones.

There is no one right model to compare with, so a look says which properties matter to what it looks at. A property is
told where it says the same of every wrong model and nothing of any right one. It names kinds of layers and small
numbers alone: sizes are those of hidden inputs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fcnkit.grading.examiner.check import Property
from fcnkit.grading.examiner.relations.evidence import Call
from fcnkit.grading.results import NamedRelation
from fcnkit.text import Text

Facts = Mapping[str, Any]
"""What `fcnkit.grading.worker.model_inspection.trace` reports of a model, and what was computed from it."""


@dataclass(frozen=True)
class Step:
    """An operation on the way to a model's output."""

    kind: str
    settings: Mapping[str, Any]
    before: tuple[int | None, ...]
    after: tuple[int | None, ...]
    """Shapes without the batch."""

    @property
    def sides(self) -> tuple[tuple[int | None, ...], tuple[int | None, ...]]:
        """Height and width before and after, where there are both."""
        return (self.before[:2], self.after[:2]) if len(self.before) == len(self.after) == 3 else ((), ())

    @property
    def kernel(self) -> tuple[int, ...]:
        """The sides of its kernel or of its pooling window."""
        return tuple(self.settings.get("kernel_size") or self.settings.get("pool_size") or ())

    @property
    def activation(self) -> str:
        """Its name, the same for a layer, an operation and an argument; an empty one where there is none."""
        named = self.settings.get("activation", "")
        name = (named or self.kind).replace("_", "").lower()
        return name if name in ACTIVATIONS else ""


ACTIVATIONS = {
    "celu", "elu", "exponential", "gelu", "glu", "hardshrink", "hardsigmoid", "hardsilu", "hardswish", "hardtanh",
    "leakyrelu", "logsigmoid", "logsoftmax", "mish", "prelu", "relu", "relu6", "selu", "sigmoid", "silu", "softmax",
    "softplus", "softshrink", "softsign", "sparseplus", "sparsesigmoid", "squareplus", "swish", "tanh",
    "tanhshrink", "threshold"
}  # fmt: skip
"""As layers, operations and arguments have them, without underscores and capitals."""
LAYERS = {
    "Activation", "Add", "AveragePooling2D", "BatchNormalization", "Concatenate", "Conv2D", "Conv2DTranspose",
    "Cropping2D", "Dense", "DepthwiseConv2D", "Dropout", "Flatten", "GlobalAveragePooling2D", "GlobalMaxPooling2D",
    "LayerNormalization", "MaxPooling2D", "Multiply", "ReLU", "Rescaling", "Reshape", "Resizing", "SeparableConv2D",
    "Softmax", "UpSampling2D", "ZeroPadding2D"
}  # fmt: skip
"""Kinds that a sentence names: there are hundreds more, and each could carry a message."""


def steps_of(facts: Facts) -> list[Step]:
    """In an order in which they can be computed, without the input."""
    steps = facts["steps"]
    return [
        Step(kind, settings, tuple(steps[inputs[0]][2]), tuple(after))
        for (kind, inputs, after), settings in zip(steps, facts["settings"], strict=True)
        if inputs
    ]


def found_in_models(calls: Sequence[Call]) -> NamedRelation | None:
    """The first property that says the same of each model that a check of one look found wrong, and of no right one."""
    look = calls[0].function.look
    for each in look.properties if look is not None else ():
        said = {each.says(call.got, *call.arguments.values()) for call in calls if call.problem is not None}
        if len(said) == 1 and not any(each.says(c.got, *c.arguments.values()) for c in calls if c.problem is None):
            (text,) = said
            if text is not None:
                return NamedRelation(id=each.id, name=each.name, text=text)
    return None


# Sizes


def is_unpadded(step: Step) -> bool:
    """Whether the border that the kernel does not reach beyond is missing, or is there twice, in what comes out."""
    before, after = step.sides
    strides = step.settings.get("strides") or ()
    strides = (strides,) * 2 if isinstance(strides, int) else tuple(strides)
    if step.settings.get("padding") != "valid" or len(strides) != 2 or None in (*before, *after) or not before:
        return False
    is_up = step.kind.endswith("Transpose")
    padded = [n * s if is_up else -(-n // s) for n, s in zip(before, strides, strict=True) if n is not None]
    return tuple(padded) != after


def told(kind: str) -> str:
    """A kind of layer as a sentence has it."""
    return kind if kind in LAYERS else "Layer"


def _first(steps: Iterator[Step]) -> str:
    """The kind of the first of these steps, if there are any."""
    return next((told(step.kind) for step in steps), "")


def _no_padding(facts: Facts, *_: Any) -> Text | None:
    kind = _first(step for step in steps_of(facts) if is_unpadded(step))
    return NO_PADDING.format(kind=kind) if kind else None


def _changes_size(facts: Facts, *_: Any) -> Text | None:
    kind = _first(step for step in steps_of(facts) if step.sides[0] != step.sides[1])
    return CHANGES_SIZE.format(kind=kind) if kind else None


def _padded_or_cropped(facts: Facts, *_: Any) -> Text | None:
    kind = _first(step for step in steps_of(facts) if step.kind in ("ZeroPadding2D", "Cropping2D", "CenterCrop"))
    return PADDED_OR_CROPPED.format(kind=kind) if kind else None


PADDED_OR_CROPPED = Text(
    ko="`{kind}` 층이 가장자리에서 높이와 너비를 몇 픽셀 바꿉니다.",
    en="A `{kind}` layer changes height and width by a few pixels at the border.",
)
NO_PADDING = Text(
    ko='`{kind}` 층에 `padding="same"`이 없어서, 거기에서 높이와 너비가 스트라이드로 정해지는 것과 몇 픽셀 '
    "달라집니다. 그런 층 가운데 맨 앞의 것입니다.",
    en='There is no `padding="same"` in a `{kind}` layer, the first such one, and height and width come out a few '
    "pixels away from what its stride makes of them.",
)
CHANGES_SIZE = Text(
    ko="높이와 너비가 처음으로 달라지는 곳은 `{kind}` 층입니다.",
    en="The first layer that changes height and width is a `{kind}`.",
)
UNPADDED = Property(
    "model-unpadded",
    Text(ko="패딩이 없는 층에서 크기가 어긋남", en="Sizes go astray where a layer has no padding"),
    _no_padding,
)
BORDER = Property(
    "model-border", Text(ko="가장자리를 덧대거나 잘라 냄", en="The border padded or cropped"), _padded_or_cropped
)
RESIZING = Property(
    "model-changes-size", Text(ko="층에서 높이와 너비가 달라짐", en="A layer changes height and width"), _changes_size
)


# What a model takes


def _takes_a_batch(facts: Facts, *_: Any) -> Text | None:
    return TAKES_A_BATCH if len(facts["inputs"]) == 4 else None


def _takes_other_channels(facts: Facts, *_: Any) -> Text | None:
    declared = facts["inputs"]
    return TAKES_OTHER_CHANNELS if len(declared) == 3 and declared[-1] not in (3, None) else None


TAKES_A_BATCH = Text(
    ko="`keras.Input`에 적은 모양에 숫자가 네 개입니다. 배치 축은 Keras가 붙이므로 `shape=`에는 높이, 너비, 채널만 "
    "적습니다.",
    en="The shape in `keras.Input` has four numbers. Keras adds the batch by itself: write height, width and channels "
    "alone into `shape=`.",
)
TAKES_OTHER_CHANNELS = Text(
    ko="모델이 받는 이미지의 채널이 3개가 아닙니다. 색 이미지의 채널은 RGB의 3개입니다.",
    en="The images that the model takes do not have 3 channels, as RGB has.",
)
BATCH_IN_INPUT = Property(
    "model-batch-in-input",
    Text(ko="입력의 모양에 배치 축을 적음", en="The batch among the input's axes"),
    _takes_a_batch,
)
NOT_RGB = Property(
    "model-not-rgb", Text(ko="입력의 채널이 3개가 아님", en="Input of other than 3 channels"), _takes_other_channels
)


# Activations


def last_step(facts: Facts) -> Step | None:
    steps = steps_of(facts)
    return steps[-1] if steps else None


def _ends_in(facts: Facts, *_: Any) -> Text | None:
    last = last_step(facts)
    if last is None:
        return None
    return ENDS_IN.format(name=last.activation) if last.activation else ENDS_WITHOUT.format(kind=told(last.kind))


def _no_activation(facts: Facts, *_: Any) -> Text | None:
    found = {step.activation for step in steps_of(facts)} - {"", "softmax", "logsoftmax"}
    return None if found else NO_ACTIVATION


def _activated_twice(facts: Facts, *_: Any) -> Text | None:
    """Whether the scores go through another activation right before a softmax at the end."""
    steps = steps_of(facts)
    if len(steps) < 2 or steps[-1].activation != "softmax" or steps[-1].kernel:
        return None
    one = steps[-2]
    return ACTIVATED_SCORES.format(name=one.activation) if one.activation not in ("", "softmax") else None


ENDS_IN = Text(
    ko="모델의 마지막에 있는 활성화 함수는 `{name}`입니다.",
    en="The activation at the very end of the model is `{name}`.",
)
ENDS_WITHOUT = Text(
    ko="모델의 마지막은 활성화 함수가 없는 `{kind}` 층입니다.", en="The model ends in a `{kind}` without an activation."
)
NO_ACTIVATION = Text(
    ko="합성곱 사이에 활성화 함수가 하나도 없습니다. 활성화 함수가 없으면 이어진 합성곱 여럿은 합성곱 하나와 같습니다.",
    en="There is no activation between the convolutions. Without one, several convolutions in a row are the same as a "
    "single one.",
)
ACTIVATED_SCORES = Text(
    ko="softmax 바로 앞의 점수가 `{name}`{name:~을} 한 번 더 거칩니다. softmax에는 마지막 합성곱의 값을 그대로 "
    "넣으세요.",
    en="Right before the softmax the scores go through `{name}`, too. Give the softmax what the last convolution "
    "gives, as it is.",
)
LAST_ACTIVATION = Property(
    "model-ends-in", Text(ko="모델의 마지막이 softmax가 아님", en="Something other than a softmax at the end"), _ends_in
)
NEVER_ACTIVATED = Property(
    "model-never-activated", Text(ko="활성화 함수가 없음", en="No activation in the model"), _no_activation
)
SCORES_ACTIVATED = Property(
    "model-scores-activated",
    Text(ko="softmax 앞에 다른 활성화 함수가 있음", en="Another activation before the softmax"),
    _activated_twice,
)


def narrow(facts: Facts, *_: Any) -> Text | None:
    """Whether everything goes through a tensor of a single channel."""
    steps = steps_of(facts)
    is_narrow = any(len(step.after) == 3 and step.after[-1] == 1 and step.kernel for step in steps[:-1])
    return NARROW if is_narrow else None


NARROW = Text(
    ko="중간에 채널이 하나뿐인 합성곱이 있습니다. 그 좁은 곳을 지나면 픽셀마다 숫자 하나만 남습니다.",
    en="There is a convolution with a single channel on the way. Through such a narrow place only one number a pixel "
    "gets.",
)
ONE_FILTER = Property("model-narrow", Text(ko="중간에 채널이 하나뿐임", en="A single channel on the way"), narrow)
