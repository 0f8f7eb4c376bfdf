"""Misconceptions about how well two masks agree."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers as wrong
from . import wrong_answers_more as more

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
        id="precision",
        name=Text(ko="예측한 넓이로만 나눔", en="Divided by the predicted area alone"),
        text=Text(
            ko="겹친 넓이를 예측한 넓이로만 나누었습니다(정밀도). 그러면 확실한 픽셀 하나만 칠해도 1이 됩니다. 정답의 "
            "넓이까지 합친 합집합으로 나누세요.",
            en="The overlap was divided by the predicted area alone, which is the precision: one sure pixel would be "
            "enough for a 1. Divide by the union, which has the true area in it, too.",
        ),
        answers={"mean_iou": wrong.precision},
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
        id="precision-of-every-class",
        name=Text(
            ko="예측한 넓이로만 나누고, 예측하지 않은 클래스는 0으로 셈",
            en="Divided by the predicted area alone, and 0 where there is none",
        ),
        text=Text(
            ko="겹친 넓이를 예측한 넓이로만 나누었습니다(정밀도). 예측한 픽셀이 없는 클래스는 0으로 세었습니다. "
            "정답의 넓이까지 합친 합집합으로 나누세요.",
            en="The overlap was divided by the predicted area alone, which is the precision, and a class that is "
            "nowhere predicted counted as 0. Divide by the union, which has the true area in it, too.",
        ),
        answers={"mean_iou": wrong.precision_of_every_class},
    ),
    Misconception(
        id="recall-of-every-class",
        name=Text(
            ko="정답의 넓이로만 나누고, 정답에 없는 클래스는 0으로 셈",
            en="Divided by the true area alone, and 0 where there is none",
        ),
        text=Text(
            ko="겹친 넓이를 정답의 넓이로만 나누었습니다(재현율). 정답에 없는 클래스는 0으로 세었습니다. 예측한 "
            "넓이까지 합친 합집합으로 나누세요.",
            en="The overlap was divided by the true area alone, which is the recall, and a class that is not in the "
            "true mask counted as 0. Divide by the union, which has the predicted area in it, too.",
        ),
        answers={"mean_iou": wrong.recall_of_every_class},
    ),
    Misconception(
        id="last-class-alone",
        name=Text(ko="마지막 클래스의 IoU만 돌려줌", en="The IoU of the last class alone"),
        text=Text(
            ko="마지막 클래스의 IoU만 나왔습니다. 반복할 때마다 앞의 값을 덮어쓴 것 같습니다. 클래스마다 구한 값을 "
            "리스트에 모아 평균을 내세요.",
            en="Only the IoU of the last class came back: each round of the loop seems to have overwritten the one "
            "before. Collect the values of all classes in a list and take their mean.",
        ),
        answers={"mean_iou": wrong.last_class_alone},
    ),
    Misconception(
        id="pooled",
        name=Text(ko="모든 클래스를 합쳐서 나눔", en="All classes pooled before dividing"),
        text=Text(
            ko="모든 클래스의 겹친 넓이를 더해 한 번에 나눈 값입니다. 클래스마다의 IoU에 합집합의 넓이로 가중치를 "
            "주어도 같은 값이 됩니다. 그러면 넓은 클래스가 결과를 좌우합니다. 클래스마다 나눈 다음, 모두 똑같이 쳐서 "
            "평균을 내세요.",
            en="This is what comes of adding up the overlaps of all classes and dividing once, or of weighting each "
            "IoU by the area of its union: large classes decide. Divide for each class, then take the plain mean.",
        ),
        answers={"mean_iou": wrong.pooled},
    ),
    Misconception(
        id="weighted-by-frequency",
        name=Text(ko="IoU에 빈도로 가중치를 줌", en="IoU weighted by frequency"),
        text=Text(
            ko="클래스마다의 IoU에 정답에서 차지하는 비율을 곱해 더했습니다(frequency weighted IoU). 그러면 흔한 "
            "클래스가 결과를 좌우합니다. 평균 IoU에서는 모든 클래스를 똑같이 한 번씩 셉니다.",
            en="Each class's IoU was weighted by its share of the true mask (frequency weighted IoU), so that frequent "
            "classes decide. In the mean IoU every class counts alike, once.",
        ),
        answers={"mean_iou": wrong.weighted_by_frequency},
    ),
    Misconception(
        id="mean-per-image",
        name=Text(ko="이미지마다 따로 평균을 냄", en="A mean for each image"),
        text=Text(
            ko="축이 셋 이상일 때 첫 번째 축을 이미지로 보고, 이미지마다 평균 IoU를 구한 다음 다시 평균을 냈습니다. "
            "여기서는 모든 픽셀을 한데 모아 클래스마다 한 번만 나눕니다. `keras.metrics.MeanIoU`도 그렇게 합니다.",
            en="Where there are three axes or more, the first was taken for images, each got a mean IoU of its own, "
            "and the mean of these came back. Here the pixels of all images are counted together, and each class "
            "is divided once, as `keras.metrics.MeanIoU` does.",
        ),
        answers={"mean_iou": wrong.mean_per_image},
    ),
    Misconception(
        id="ious-added",
        name=Text(ko="IoU를 더하고 나누지 않음", en="The IoUs added and not divided"),
        text=Text(
            ko="클래스마다의 IoU를 더하기만 했습니다. 평균이 되려면 평균에 넣은 클래스의 수로 나누어야 합니다.",
            en="The IoUs of the classes were added up. To be a mean, the sum is divided by the number of classes that "
            "went into it.",
        ),
        answers={"mean_iou": wrong.ious_added},
    ),
    Misconception(
        id="class-0-left-out",
        name=Text(ko="0번 클래스를 세지 않음", en="Class 0 not counted"),
        text=Text(
            ko="0번 클래스를 평균에 넣지 않았습니다. 클래스는 0부터 세고, 여기서 0은 배경이 아니라 전경입니다. 반복을 "
            "`range(num_classes)`로 시작해 보세요.",
            en="Class 0 is not in the mean. Classes are counted from 0, and here 0 is no background but the "
            "foreground: loop over `range(num_classes)`.",
        ),
        answers={"mean_iou": wrong.background_left_out},
    ),
    Misconception(
        id="three-classes",
        name=Text(ko="클래스가 언제나 3개라고 생각함", en="Three classes, whatever num_classes is"),
        text=Text(
            ko="`num_classes`가 무엇이든 0, 1, 2번 클래스만 셌습니다. 이 데이터의 클래스가 우연히 3개일 뿐이니 받은 "
            "`num_classes`를 쓰세요.",
            en="Only the classes 0, 1 and 2 were counted, whatever `num_classes` is. That there are three is a matter "
            "of this data: use the `num_classes` that you are given.",
        ),
        answers={"mean_iou": wrong.three_classes},
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
    Misconception(
        id="only-true-left-out",
        name=Text(ko="정답에만 있는 클래스를 뺌", en="A class that is only in the true mask left out"),
        text=Text(
            ko="예측에 없는 클래스를 평균에서 뺐지만, 정답에는 있습니다. 있는 것을 놓친 것은 틀린 것이므로 0으로 "
            "셉니다. 두 마스크 모두에 없을 때만 빼세요.",
            en="A class that was not predicted was left out, though it is in the true mask. Missing what is there is a "
            "mistake and counts as 0. Leave out only a class that is in neither mask.",
        ),
        answers={"mean_iou": wrong.only_true_left_out},
    ),
    Misconception(
        id="only-shared",
        name=Text(ko="한쪽에만 있는 클래스를 뺌", en="A class that is in one mask alone left out"),
        text=Text(
            ko="정답과 예측 가운데 한쪽에만 있는 클래스를 모두 평균에서 뺐습니다. 놓친 것도, 없는 것을 있다고 한 것도 "
            "틀린 것이므로 0으로 셉니다. 두 마스크 모두에 없을 때만 빼세요.",
            en="Classes that are in one of the two masks alone were left out. To miss what is there and to see what is "
            "not are mistakes, and count as 0. Leave out only a class that is in neither mask.",
        ),
        answers={"mean_iou": wrong.only_shared},
    ),
    Misconception(
        id="no-overlap-left-out",
        name=Text(ko="겹치지 않은 클래스를 뺌", en="Classes that overlap nowhere left out"),
        text=Text(
            ko="두 마스크에 있어도 겹치는 픽셀이 없는 클래스를 평균에서 뺐습니다. 하나도 맞히지 못한 클래스의 IoU는 "
            "0이고, 그대로 평균에 넣습니다. 빼는 것은 어느 마스크에도 없는 클래스뿐입니다.",
            en="Classes with no pixel in common were left out of the mean. A class of which nothing is right has an "
            "IoU of 0, and counts as that. Only what is in neither mask is left out.",
        ),
        answers={"mean_iou": more.no_overlap_left_out},
    ),
    Misconception(
        id="mean-along-first-axis",
        name=Text(ko="첫 번째 축을 따라 하나씩 구해 평균 냄", en="Averaged along the first axis"),
        text=Text(
            ko="첫 번째 축을 따라 하나씩 평균 IoU를 구한 다음 그것을 평균 낸 것 같습니다. 축이 몇 개이든 배열 전체의 "
            "픽셀을 한꺼번에 세어, 클래스마다 IoU를 한 번만 구하세요.",
            en="A mean IoU seems to have been taken for each entry along the first axis, and the mean of those. "
            "Whatever the axes, count the pixels of the whole array at once: there is one IoU for each class.",
        ),
        answers={"mean_iou": more.mean_along_the_first_axis},
    ),
    Misconception(
        id="labels-multiplied",
        name=Text(ko="클래스 번호끼리 곱하고 더함", en="Class numbers multiplied and added"),
        text=Text(
            ko="클래스 번호를 그대로 곱하고 더한 것 같습니다. 마스크가 0과 1뿐일 때 쓰는 방법입니다. 클래스 번호는 "
            "양이 "
            "아니라 이름이므로, 클래스 `c`마다 `y_true == c`와 `y_pred == c`로 픽셀을 세세요.",
            en="The class numbers themselves seem to have been multiplied and added, which is for masks of 0 and 1 "
            "alone. They are names, not quantities: for each class `c` count pixels of `y_true == c` and "
            "`y_pred == c`.",
        ),
        answers={"mean_iou": more.labels_multiplied},
    ),
    Misconception(
        id="divided-by-all-pixels",
        name=Text(ko="합집합 대신 모든 픽셀로 나눔", en="Divided by all pixels"),
        text=Text(
            ko="겹친 넓이를 이미지의 모든 픽셀 수로 나누었습니다. 그러면 작은 클래스는 완벽하게 맞혀도 점수가 "
            "낮습니다. 그 "
            "클래스를 합친 넓이(`|`)로 나누세요.",
            en="What overlaps was divided by all pixels of the image, so that a small class scores little however well "
            "it is found. Divide by what both cover together (`|`).",
        ),
        answers={"mean_iou": more.divided_by_all_pixels},
    ),
)
