"""Misconceptions about what a model takes, and what it is made of.

People's models differ, so each is known by its signs.
"""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import detectors, model_facts
from . import wrong_answers_models as wrong


def _adds_to_a_tuple(type: str | None, message: str) -> bool:
    """Whether a tuple and something else were to be added, in Python's words for it."""
    said = ('can only concatenate tuple (not "int")', "unsupported operand type(s) for +: 'int' and 'tuple'")
    return type == "TypeError" and any(each in message for each in said)


def _merges_other_sizes(type: str | None, message: str) -> bool:
    """Whether Keras was to merge tensors of different shapes: it says so in several ways."""
    said = (
        "incompatible shapes",
        "annot broadcast shape",
        "matching shapes except for",
        "must have the same shape except",
    )
    return type == "ValueError" and any(each in message for each in said)


MODELS = (
    Misconception(
        id="comma-forgotten",
        name=Text(ko="튜플의 쉼표를 빠뜨림", en="The comma of a tuple forgotten"),
        text=Text(
            ko="튜플에 정수를 더하려다 `TypeError`가 났습니다. 쉼표가 없으면 `(3)`은 괄호로 묶은 정수일 뿐입니다. 수가 "
            "하나뿐인 튜플도 쉼표로 만듭니다: `img_size + (3,)`.",
            en="A tuple and an integer were to be added, and that raised `TypeError`. Without a comma, `(3)` is just "
            "an integer in parentheses. Even a tuple of one number takes a comma: `img_size + (3,)`.",
        ),
        answers={"build_fcn": wrong.comma_forgotten},
        signs={"build_fcn": lambda *_: False},
        raises={"build_fcn": _adds_to_a_tuple},
    ),
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
        signs={
            "build_fcn": lambda facts, *_: (
                detectors.ends_in_dense(facts) and not detectors.has(facts, "Flatten", "Global")
            )
        },
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
        signs={"build_fcn": lambda facts, *_: detectors.loses_places(facts)},
    ),
    Misconception(
        id="all-positions-at-once",
        name=Text(ko="모든 위치를 한꺼번에 계산함", en="All positions taken at once"),
        text=Text(
            ko="합성곱 말고 이미지의 모든 위치를 한꺼번에 계산하는 것이 있습니다. 높이와 너비 전체의 평균이나 최댓값은 "
            "이름이 달라도 전역 풀링이고, 뒤집기나 위치끼리의 행렬 곱은 멀리 떨어진 픽셀을 섞습니다. 합성곱은 어느 "
            "위치에서나 같은 커널로 가까운 주위만 봅니다. 그래서 어떤 크기의 이미지에도 쓸 수 있습니다. 넓게 보려면 "
            "크기를 줄이거나 커널을 크게 하세요.",
            en="Something other than a convolution takes all positions of the image at once. A mean or maximum over "
            "height and width is global pooling under another name; a flip, or a matrix product of positions, mixes "
            "pixels that are far apart. A convolution looks at what is near, with the same kernel everywhere, and so "
            "fits an image of any size. To see more, shrink the image or enlarge the kernels.",
        ),
        answers={"build_fcn": wrong.all_positions_at_once},
        signs={
            "build_fcn": lambda facts, *_: (
                (model_facts.sees_far(facts) or model_facts.is_pooled(facts)) and not detectors.weighted_by_all(facts)
            )
        },
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
        signs={"build_fcn": lambda facts, _, num_classes: model_facts.channels(facts) == 3 != num_classes},
    ),
    Misconception(
        id="classes-for-rgb",
        name=Text(ko="입력 채널을 클래스의 수로 둠", en="The input's channels taken from the classes"),
        text=Text(
            ko="모델이 받는 이미지의 채널이 `num_classes`개입니다. 입력의 3은 빨강, 초록, 파랑(RGB)이라서 클래스가 "
            "몇 개든 3입니다. 클래스의 수는 마지막 합성곱의 필터 수에만 씁니다. 입력은 `img_size + (3,)`으로 "
            "두세요.",
            en="The model takes images of `num_classes` channels. The 3 of the input is red, green and blue, and "
            "stays 3 however many classes there are. The classes are the filters of the last convolution alone: "
            "let the input be `img_size + (3,)`.",
        ),
        answers={"build_fcn": wrong.classes_for_rgb},
        signs={"build_fcn": lambda facts, _, num_classes: tuple(facts["inputs"][2:]) == (num_classes,) != (3,)},
    ),
    Misconception(
        id="channels-first",
        name=Text(ko="채널을 높이와 너비보다 먼저 둠", en="Channels before height and width"),
        text=Text(
            ko='모델이 채널을 높이와 너비보다 먼저 둡니다(`data_format="channels_first"`). 이 과제의 사진과 '
            "마스크는 (높이, 너비, 채널)이고 Keras도 처음부터 그렇게 정해 두었습니다. 그 설정을 지우고 입력을 "
            "`img_size + (3,)`으로 두세요.",
            en='The model has its channels before height and width (`data_format="channels_first"`). Photos and '
            "masks of this assignment are (height, width, channels), as is usual in Keras. Leave that setting "
            "out, and let the input be `img_size + (3,)`.",
        ),
        answers={"build_fcn": wrong.channels_first},
        signs={"build_fcn": lambda facts, *_: detectors.channels_first(facts)},
    ),
    Misconception(
        id="sizes-do-not-fit",
        name=Text(ko="크기가 다른 특성 맵을 합치려 함", en="Feature maps of different sizes to be merged"),
        text=Text(
            ko="크기가 다른 특성 맵 둘을 더하거나 이어 붙이려다 오류가 났습니다. 높이와 너비가 같은 것끼리만 합칠 "
            "수 있습니다. 층마다 크기를 적어 보고, 키우는 길의 특성 맵과 크기가 같은 것을 줄이는 길에서 "
            "고르세요. 더할 때는 채널 수도 같아야 합니다.",
            en="Feature maps of different sizes were to be added or concatenated, and that raised an error. Only "
            "those of the same height and width can be merged. Write down the size after each layer, and pick "
            "from the way down the map that is as large as the one on the way up. To be added, they need as "
            "many channels, too.",
        ),
        answers={"build_fcn": wrong.sizes_that_do_not_fit},
        signs={"build_fcn": lambda *_: False},
        raises={"build_fcn": _merges_other_sizes},
    ),
    Misconception(
        id="weighted-by-all",
        name=Text(ko="전역 풀링에서 얻은 가중치를 채널에 곱함", en="Channels weighted by a global pooling"),
        text=Text(
            ko="전역 풀링으로 모든 위치를 모아 채널마다 가중치를 정하고 곱했습니다. squeeze-and-excitation이라고 "
            "하며 분류에서 자주 씁니다. 그러면 픽셀 하나의 출력이 이미지 전체에 달려 있어, 이 과제가 말하는 ‘맨 "
            "끝까지 합성곱’이 아닙니다. 그 갈래를 빼세요.",
            en="A global pooling gathers all positions, and its values weigh the channels. That is called "
            "squeeze-and-excitation, and is common in classification. But each pixel of the output then depends "
            "on the whole image, so the model is not convolutional to the end as this assignment has it. Leave "
            "that branch out.",
        ),
        answers={"build_fcn": wrong.weighted_by_all},
        signs={"build_fcn": lambda facts, *_: detectors.weighted_by_all(facts)},
    ),
    Misconception(
        id="size-written-out",
        name=Text(ko="받은 img_size를 쓰지 않음", en="img_size not used"),
        text=Text(
            ko="모델의 입력이 받은 `img_size`가 아닌 다른 크기로 정해져 있어, 다른 크기의 이미지에 쓸 수 없습니다. "
            "크기를 200처럼 숫자로 적었거나, 앞에서 만든 모델을 다시 돌려주면 그렇게 됩니다. 부를 때마다 "
            "`keras.Input(shape=img_size + (3,))`으로 새로 만드세요.",
            en="The model's input has a size of its own instead of `img_size`, so it takes no other. That comes of "
            "numbers that are written out, such as 200, or of giving back a model that was made before. Make a new one "
            "at each call, from `keras.Input(shape=img_size + (3,))`.",
        ),
        answers={"build_fcn": wrong.size_written_out},
        signs={
            "build_fcn": lambda facts, img_size, _: (
                detectors.takes_another_size(facts, img_size) and not detectors.channels_first(facts)
            )
        },
    ),
    Misconception(
        id="input-width-first",
        name=Text(ko="입력에서 너비를 높이보다 먼저 씀", en="Width before height in the input"),
        text=Text(
            ko="모델의 입력이 (너비, 높이) 순서입니다. `img_size`는 이미 (높이, 너비)이고 Keras도 그 순서이므로, "
            "뒤집지 말고 `img_size + (3,)`을 그대로 쓰세요.",
            en="The model's input is (width, height). `img_size` is (height, width) already, as Keras wants it: use "
            "`img_size + (3,)` as it is, without turning it round.",
        ),
        answers={"build_fcn": wrong.input_width_first},
        signs={
            "build_fcn": lambda facts, img_size, _: (
                tuple(facts["inputs"][:2]) == tuple(img_size[::-1]) != tuple(img_size)
            )
        },
    ),
    Misconception(
        id="not-rescaled",
        name=Text(ko="모델 안에서 값을 줄이지 않음", en="Values not rescaled in the model"),
        text=Text(
            ko="0~255의 픽셀이 그대로 첫 합성곱에 들어갑니다. 값이 크면 학습이 불안정해집니다. 입력 바로 뒤에 "
            "`layers.Rescaling(1 / 255)`을 두세요.",
            en="The pixels go into the first convolution as they are, from 0 to 255. With such large values training "
            "is unsteady: put `layers.Rescaling(1 / 255)` right behind the input.",
        ),
        answers={"build_fcn": wrong.not_rescaled},
        signs={"build_fcn": lambda facts, *_: 200 < detectors.peak(facts) <= 255},
    ),
    Misconception(
        id="mean-taken-off",
        name=Text(ko="평균만 빼고 나누지 않음", en="A mean taken off, and nothing divided"),
        text=Text(
            ko="픽셀에서 평균만 빼고 나누지는 않아서, 첫 합성곱이 받는 값이 여전히 -100~150쯤 됩니다. VGG의 "
            "`preprocess_input`도 그렇게 합니다. 이 과제에서는 0~1이나 -1~1로 줄입니다: `layers.Rescaling(1 / "
            "255)`나 `layers.Rescaling(1 / 127.5, offset=-1)`.",
            en="A mean is taken off the pixels but nothing is divided, so that what reaches the first convolution "
            "is still about -100 to 150. VGG's `preprocess_input` does so, too. In this assignment it is "
            "rescaled to 0..1 or -1..1: `layers.Rescaling(1 / 255)`, or `layers.Rescaling(1 / 127.5, "
            "offset=-1)`.",
        ),
        answers={"build_fcn": wrong.mean_taken_off},
        signs={"build_fcn": lambda facts, *_: detectors.mean_taken_off(facts)},
    ),
    Misconception(
        id="rescaled-twice",
        name=Text(ko="255로 두 번 나눔", en="Divided by 255 twice"),
        text=Text(
            ko="255로 두 번 나누어서 첫 합성곱이 받는 값이 0.004도 되지 않습니다. 모델에게는 모든 사진이 새까맣게 "
            "보입니다. 한 번만 나누세요.",
            en="The pixels are divided by 255 twice, so that less than 0.004 is left for the first convolution: every "
            "photo looks black to the model. Divide once.",
        ),
        answers={"build_fcn": wrong.rescaled_twice},
        signs={"build_fcn": lambda facts, *_: 200 < detectors.peak(facts) * 255**2 <= 256},
    ),
    Misconception(
        id="rescaled-upwards",
        name=Text(ko="255로 나누지 않고 곱함", en="Multiplied by 255 instead of divided"),
        text=Text(
            ko="픽셀에 255를 곱해서 값이 6만이 넘습니다. `Rescaling`은 받은 수를 곱하므로, 나누려면 "
            "`Rescaling(1 / 255)`입니다.",
            en="The pixels are multiplied by 255, to more than 60,000. `Rescaling` multiplies by what it is given: to "
            "divide, write `Rescaling(1 / 255)`.",
        ),
        answers={"build_fcn": wrong.rescaled_upwards},
        signs={"build_fcn": lambda facts, *_: 200 < detectors.peak(facts) / 255 <= 256},
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
        signs={"build_fcn": lambda facts, *_: detectors.is_network(facts) and detectors.sees_pixels_alone(facts)},
        keeps_form=False,
    ),
)
