"""Misconceptions about reading a mask off a prediction, and about how well two masks agree."""

from __future__ import annotations

import wrong_answers as wrong

from fcnkit.misconception import Misconception
from fcnkit.text import Text

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

OVERLAPS = (
    Misconception(
        id="pixel-accuracy",
        name=Text(ko="맞힌 픽셀의 비율을 구함", en="The share of right pixels instead"),
        text=Text(
            ko="맞힌 픽셀의 비율(정확도)을 구했습니다. 배경이 대부분인 사진에서는 모두 배경이라고 해도 정확도가 "
            "높습니다. IoU는 클래스마다 겹친 넓이를 합친 넓이로 나눕니다.",
            en="This is the share of right pixels, the accuracy. On a photo that is mostly background it is high even "
            "when everything is called background. IoU divides, for each class, what overlaps by what both cover "
            "together.",
        ),
        answers={"mean_iou": wrong.pixel_accuracy},
    ),
    Misconception(
        id="absent-as-zero",
        name=Text(ko="없는 클래스를 0으로 셈", en="An absent class counted as 0"),
        text=Text(
            ko="어느 마스크에도 없는 클래스를 0점으로 셌습니다. 없는 것을 없다고 한 것은 틀린 것이 아니므로 평균에서 "
            "빼세요.",
            en="A class that is in neither mask was counted as 0. Not finding what is not there is no mistake: leave "
            "it out of the mean.",
        ),
        answers={"mean_iou": wrong.absent_as_zero},
    ),
    Misconception(
        id="absent-as-one",
        name=Text(ko="없는 클래스를 1로 셈", en="An absent class counted as 1"),
        text=Text(
            ko="어느 마스크에도 없는 클래스를 만점으로 셌습니다. 그러면 클래스 수만 늘려도 점수가 올라갑니다. "
            "평균에서 빼세요.",
            en="A class that is in neither mask was counted as 1, so that more classes alone raise the mean. Leave it "
            "out.",
        ),
        answers={"mean_iou": wrong.absent_as_one},
    ),
    Misconception(
        id="overlap-counted-twice",
        name=Text(ko="겹친 넓이를 두 번 셈", en="The overlap counted twice"),
        text=Text(
            ko="합집합을 구할 때 겹친 픽셀을 두 번 셌습니다. 두 넓이를 더한 다음 겹친 넓이를 한 번 빼세요. 완전히 "
            "같은 두 마스크는 1이 되어야 합니다.",
            en="Pixels in both masks were counted twice in the union. Add the two areas, then subtract the overlap "
            "once: two equal masks should give 1.",
        ),
        answers={"mean_iou": wrong.overlap_counted_twice},
    ),
    Misconception(
        id="dice",
        name=Text(ko="Dice 계수를 구함", en="The Dice coefficient instead"),
        text=Text(
            ko="겹친 넓이의 두 배를 두 넓이의 합으로 나누었습니다. 이것은 Dice 계수입니다. IoU는 합집합으로 나눕니다.",
            en="Twice the overlap was divided by the sum of the areas. That is the Dice coefficient; IoU divides by "
            "the union.",
        ),
        answers={"mean_iou": wrong.dice},
    ),
    Misconception(
        id="recall",
        name=Text(ko="정답의 넓이로만 나눔", en="Divided by the true area alone"),
        text=Text(
            ko="겹친 넓이를 정답의 넓이로만 나누었습니다(재현율). 그러면 아무 데나 칠해도 손해가 없습니다. 예측한 "
            "넓이까지 합친 합집합으로 나누세요.",
            en="The overlap was divided by the true area alone, which is the recall: painting everywhere would cost "
            "nothing. Divide by the union, which has the predicted area in it, too.",
        ),
        answers={"mean_iou": wrong.recall},
    ),
    Misconception(
        id="pooled",
        name=Text(ko="모든 클래스를 합쳐서 나눔", en="All classes pooled before dividing"),
        text=Text(
            ko="모든 클래스의 겹친 넓이를 더한 다음 한 번에 나누었습니다. 그러면 넓은 클래스가 결과를 좌우합니다. "
            "클래스마다 나눈 다음 평균을 내세요.",
            en="The overlaps of all classes were added up and divided once, so that large classes decide. Divide for "
            "each class, then take the mean.",
        ),
        answers={"mean_iou": wrong.pooled},
    ),
    Misconception(
        id="only-predicted-left-out",
        name=Text(ko="예측에만 있는 클래스를 뺌", en="A class that is only predicted left out"),
        text=Text(
            ko="정답에 없는 클래스를 평균에서 뺐지만, 예측에는 있습니다. 없는 것을 있다고 한 것은 틀린 것이므로 0으로 "
            "셉니다. 두 마스크 모두에 없을 때만 빼세요.",
            en="A class that is not in the true mask was left out, though it was predicted. Seeing what is not there "
            "is a mistake and counts as 0. Leave out only a class that is in neither mask.",
        ),
        answers={"mean_iou": wrong.only_predicted_left_out},
    ),
)
