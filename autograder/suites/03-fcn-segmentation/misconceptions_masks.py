"""Misconceptions about reading a mask off a prediction."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers as wrong
from . import wrong_answers_more as more


def _refuses_the_shape(type: str | None, message: str) -> bool:
    """Whether a Keras model got an array without a batch axis; Keras words it in several ways."""
    return type == "ValueError" and any(
        said in message for said in ("expected min_ndim=4, found ndim=", "incompatible shape", "Invalid input shape")
    )


MASKS = (
    Misconception(
        id="scores-for-classes",
        name=Text(ko="번호 대신 확률을 돌려줌", en="Probabilities instead of class numbers"),
        text=Text(
            ko="가장 큰 확률 자체를 돌려주었습니다. 필요한 것은 그 값이 아니라 몇 번째 클래스인지이므로 `max`가 아니라 "
            "`argmax`입니다.",
            en="The largest probability itself came back. What is wanted is not how large it is but which class has "
            "it: `argmax`, not `max`.",
        ),
        answers={"predict_mask": wrong.scores_for_classes},
    ),
    Misconception(
        id="probabilities-left",
        name=Text(ko="argmax를 빠뜨림", en="The argmax forgotten"),
        text=Text(
            ko="모델이 낸 확률이 그대로 나왔습니다. 픽셀마다 확률이 클래스 수만큼 있으니, 그 가운데 가장 큰 것의 "
            "번호를 `argmax`로 고르세요.",
            en="The model's probabilities came back as they are, one for each class at every pixel. Pick the number of "
            "the largest one, with `argmax`.",
        ),
        answers={"predict_mask": wrong.probabilities_left},
    ),
    Misconception(
        id="least-probable",
        name=Text(ko="확률이 가장 작은 클래스를 고름", en="The least probable class"),
        text=Text(
            ko="픽셀마다 확률이 가장 작은 클래스를 골랐습니다. 가장 큰 것의 번호는 `argmin`이 아니라 `argmax`입니다.",
            en="At each pixel the least probable class was picked. The number of the largest one is `argmax`, not "
            "`argmin`.",
        ),
        answers={"predict_mask": wrong.least_probable},
    ),
    Misconception(
        id="above-a-half",
        name=Text(ko="확률이 0.5를 넘는지로 고름", en="Probabilities compared with 0.5"),
        text=Text(
            ko="클래스 1의 확률이 0.5를 넘는지로 0과 1을 정했습니다. 그것은 클래스가 둘일 때의 방법입니다. "
            "클래스가 셋 이상이면 어느 것도 0.5를 넘지 않는 픽셀이 있고, 2번부터는 나올 수도 없습니다. 마지막 "
            "축에서 `argmax`를 구하세요.",
            en="Whether class 1 is above 0.5 was taken for the mask. That works for two classes. With three or "
            "more there are pixels where none is above 0.5, and the numbers from 2 on never come up. Take the "
            "`argmax` over the last axis.",
        ),
        answers={"predict_mask": more.above_a_half},
    ),
    Misconception(
        id="one-hot-left",
        name=Text(ko="클래스마다 0과 1로 된 채널을 돌려줌", en="A channel of 0 and 1 for each class"),
        text=Text(
            ko="픽셀마다 가장 큰 클래스의 자리만 1인 채널들이 나왔습니다(원-핫). 필요한 것은 그 클래스의 번호 "
            "하나이므로, "
            "마지막 축에서 `argmax`를 구하면 됩니다.",
            en="For each class there is a channel, which is 1 where that class is the largest (one-hot). What is "
            "wanted "
            "is one number, that of the class: the `argmax` over the last axis.",
        ),
        answers={"predict_mask": more.one_hot_left},
    ),
    Misconception(
        id="batch-axis-missing",
        name=Text(ko="이미지에 배치 축을 붙이지 않음", en="No batch axis put in front of the image"),
        text=Text(
            ko="이미지 한 장을 배치 축 없이 모델에 넣어서, 모델이 입력의 모양을 받아들이지 않았습니다. 모델은 언제나 "
            "여러 장을 받으므로 `image[np.newaxis]`로 축을 하나 붙이고, 나온 결과에서는 `[0]`으로 떼어 내세요.",
            en="The image went in without a batch axis, and the model refused its shape. A model always takes several "
            "images: put an axis in front with `image[np.newaxis]`, and take it off the result with `[0]`.",
        ),
        answers={"predict_mask": wrong.batch_axis_missing},
        raises={"predict_mask": _refuses_the_shape},
    ),
    Misconception(
        id="batch-axis-kept",
        name=Text(ko="배치 축을 남겨 둠", en="The batch axis left in place"),
        text=Text(
            ko="이미지 한 장인데 배치 축이 남아 있습니다. 모델에 넣을 때 붙인 축이므로, 나올 때는 `[0]`으로 떼어 "
            "내세요.",
            en="There is one image, but the batch axis is still there. It was added for the model: take it off again "
            "with `[0]`.",
        ),
        answers={"predict_mask": wrong.batch_axis_kept},
    ),
    Misconception(
        id="channel-axis-kept",
        name=Text(ko="채널 축을 남겨 둠", en="A channel axis left in place"),
        text=Text(
            ko="마스크 끝에 크기가 1인 채널 축이 있습니다. 여기서 돌려줄 것은 (높이, 너비) 두 축뿐입니다.",
            en="The mask ends in a channel axis of length 1. Only height and width should come back here.",
        ),
        answers={"predict_mask": wrong.channel_axis_kept},
    ),
    Misconception(
        id="argmax-over-rows",
        name=Text(ko="채널이 아닌 축에서 argmax를 구함", en="Argmax over another axis than the channels"),
        text=Text(
            ko="행 방향으로 가장 큰 값을 찾았습니다. 픽셀마다 클래스를 비교해야 하므로 마지막 축(`axis=-1`)입니다.",
            en="The largest value was looked for along the rows. Each pixel's classes are to be compared: that is the "
            "last axis, `axis=-1`.",
        ),
        answers={"predict_mask": wrong.argmax_over_rows},
    ),
    Misconception(
        id="argmax-over-columns",
        name=Text(ko="열 방향으로 argmax를 구함", en="Argmax along the columns"),
        text=Text(
            ko="열 방향으로 가장 큰 값을 찾아서 너비가 사라지고 채널이 남았습니다. 픽셀마다 클래스를 비교해야 하므로 "
            "마지막 축(`axis=-1`)입니다.",
            en="The largest value was looked for along the columns: the width is gone, and the channels are left. Each "
            "pixel's classes are to be compared: that is the last axis, `axis=-1`.",
        ),
        answers={"predict_mask": wrong.argmax_over_columns},
    ),
    Misconception(
        id="argmax-over-batch",
        name=Text(ko="배치 축에서 argmax를 구함", en="Argmax over the batch"),
        text=Text(
            ko="이미지가 한 장뿐인 배치 축에서 가장 큰 값을 찾았으니, 번호가 모두 0이고 채널 축이 그대로 남았습니다. "
            "비교할 것은 픽셀마다의 클래스이므로 마지막 축(`axis=-1`)입니다.",
            en="The largest value was looked for along the batch, in which there is one image: every number is 0, and "
            "the channels are still there. Each pixel's classes are to be compared: the last axis, `axis=-1`.",
        ),
        answers={"predict_mask": wrong.argmax_over_batch},
    ),
    Misconception(
        id="classes-from-one",
        name=Text(ko="클래스를 1부터 셈", en="Classes counted from 1"),
        text=Text(
            ko="클래스 번호가 모두 하나씩 큽니다. `load_trimap`에서 1을 뺐으므로 모델의 클래스는 0부터입니다.",
            en="Every class is one too large. `load_trimap` has subtracted 1, so the model's classes begin at 0.",
        ),
        answers={"predict_mask": wrong.classes_from_one},
    ),
    Misconception(
        id="rescaled-once-more",
        name=Text(ko="이미지를 255로 나누어 넣음", en="The image divided by 255 first"),
        text=Text(
            ko="이미지를 255로 나눈 다음 모델에 넣었습니다. 모델 안의 `Rescaling`이 한 번 더 나누므로 모델은 거의 "
            "새까만 사진을 보게 됩니다. 0~255 그대로 넣으세요.",
            en="The image was divided by 255 before it went in. The model's own `Rescaling` divides again, so that it "
            "sees an almost black photo. Pass the values from 0 to 255.",
        ),
        answers={"predict_mask": wrong.rescaled_once_more},
    ),
)
