"""Misconceptions about a step of decoding, and about which boxes and labels of a cell are taken."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers_decoding as wrong

DECODING = (
    Misconception(
        id="centre-of-the-cell",
        name=Text(ko="중심이 늘 칸의 한가운데", en="The centre always in the middle of its cell"),
        text=Text(
            ko="`tx`와 `ty`를 쓰지 않아서 중심이 늘 칸의 한가운데입니다. 칸 안의 어디인지는 `tx`와 `ty`의 시그모이드가 "
            "말해 줍니다. 0.5가 되는 것은 `tx`가 0일 때뿐입니다.",
            en="`tx` and `ty` are not used, so the centre is always the middle of the cell. Where it lies within the "
            "cell is what the sigmoids of `tx` and `ty` say; they are 0.5 only where `tx` is 0.",
        ),
        answers={"decode_box": wrong.centre_of_the_cell, "detect": wrong.centre_of_the_cell_detect},
    ),
    Misconception(
        id="centre-divided-by-stride",
        name=Text(ko="중심을 스트라이드로 나눔", en="The centre divided by the stride"),
        text=Text(
            ko="중심을 스트라이드로 나누었습니다. 칸 하나가 스트라이드만큼의 픽셀이니, 칸 단위를 픽셀로 바꾸려면 "
            "곱합니다. 나누는 것은 픽셀에서 칸으로 갈 때입니다.",
            en="The centre was divided by the stride. A cell is as many pixels wide as the stride says, so cells times "
            "stride gives pixels; dividing goes from pixels to cells.",
        ),
        answers={"decode_box": wrong.centre_divided, "detect": wrong.centre_divided_detect},
    ),
    Misconception(
        id="anchor-divided-by-stride",
        name=Text(ko="크기를 스트라이드로 나눔", en="The size divided by the stride"),
        text=Text(
            ko="너비와 높이를 스트라이드로 나누었습니다. 앵커를 칸 단위로 적는 프로그램도 있지만, 이 과제의 앵커는 "
            "픽셀이고 답도 픽셀입니다. 크기에는 스트라이드를 곱하지도 나누지도 않습니다.",
            en="Width and height were divided by the stride. Some programs keep their anchors in cells; here anchors "
            "are in pixels, and so is the answer. The stride has no part in the size.",
        ),
        answers={"decode_box": wrong.anchor_divided, "detect": wrong.anchor_divided_detect},
    ),
    Misconception(
        id="exponential-added",
        name=Text(ko="앵커에 지수 함수를 곱하지 않고 더함", en="The exponential added to the anchor"),
        text=Text(
            ko="앵커에 `exp(tw)`를 더했습니다. `exp(tw)`는 앵커의 몇 배인지를 말하는 수라서 곱합니다. `tw`가 0이면 "
            "한 배, 곧 앵커의 크기 그대로입니다.",
            en="`exp(tw)` was added to the anchor. It says how many times the anchor the box is, so multiply: where "
            "`tw` is 0, it is once the anchor, its very size.",
        ),
        answers={"decode_box": wrong.exponential_added, "detect": wrong.exponential_added_detect},
    ),
    Misconception(
        id="anchor-forgotten",
        name=Text(ko="크기에 앵커를 쓰지 않음", en="The anchor left out of the size"),
        text=Text(
            ko="너비와 높이에 앵커가 들어 있지 않습니다. 신경망이 내놓은 `tw`와 `th`는 앵커의 몇 배인지를 말할 뿐이니, "
            "`exp(tw)`에 앵커의 너비를, `exp(th)`에 앵커의 높이를 곱하세요.",
            en="There is no anchor in width and height. The network's `tw` and `th` only say how many times the anchor "
            "the box is: multiply `exp(tw)` by the anchor's width and `exp(th)` by its height.",
        ),
        answers={"decode_box": wrong.anchor_forgotten, "detect": wrong.anchor_forgotten_detect},
        variants={"decode_box": (wrong.stride_for_anchor,), "detect": (wrong.stride_for_anchor_detect,)},
    ),
)

TAKEN = (
    Misconception(
        id="box-left-raw",
        name=Text(ko="상자를 픽셀로 바꾸지 않음", en="The box left raw"),
        text=Text(
            ko="상자의 자리에 가공하지 않은 `tx, ty, tw, th`가 그대로 있습니다. 문제 5의 함수로 이미지의 픽셀로 바꾸어 "
            "담으세요.",
            en="Where the box should be there are the raw `tx, ty, tw, th`. Turn them into pixels of the image with "
            "the function of question 5.",
        ),
        answers={"detect": wrong.left_raw},
    ),
    Misconception(
        id="label-of-all-numbers",
        name=Text(ko="상자의 모든 숫자에서 레이블을 고름", en="The label chosen from all numbers of the box"),
        text=Text(
            ko="레이블을 상자의 모든 숫자 가운데에서 골랐습니다. 앞의 다섯은 `tx, ty, tw, th`와 객체성 점수이니, "
            "클래스 점수만 잘라 낸 다음 argmax를 구하세요.",
            en="The label was chosen from all numbers of the box. The first five are `tx, ty, tw, th` and the "
            "objectness: cut out the class scores, and take the argmax of them alone.",
        ),
        answers={"detect": wrong.label_of_all_numbers},
        on_paper=False,  # by hand nobody takes the tenth of five classes
    ),
    Misconception(
        id="one-box-of-each-cell-read",
        name=Text(ko="칸마다 상자 하나만 살펴봄", en="Only one box of each cell looked at"),
        text=Text(
            ko="칸마다 상자 하나만 살펴보고 나머지는 지나쳤습니다. 반복문 안에서 `return`이나 `break`를 하거나, 기준과 "
            "비교하는 줄이 안쪽 반복문 밖에 있으면 이렇게 됩니다. 칸의 상자를 하나하나 비교하세요.",
            en="Of each cell only one box was looked at. That happens where the comparison stands behind the inner "
            "loop, or where the loop is left too early. Compare the boxes of a cell one by one.",
        ),
        answers={"detect": wrong.last_box_of_the_cell},
        variants={"detect": (wrong.first_box_of_the_cell,)},
    ),
    Misconception(
        id="kept-below-threshold",
        name=Text(ko="기준보다 낮은 상자를 남김", en="The boxes below the threshold kept"),
        text=Text(
            ko="점수가 기준보다 낮은 상자를 남기고 높은 상자를 버렸습니다. 부등호의 방향을 확인해 보세요: "
            "`점수 > threshold`일 때 남깁니다.",
            en="The boxes below the threshold were kept, and those above it dropped. Look at the direction of the "
            "comparison: a box stays where score > `threshold`.",
        ),
        answers={"detect": wrong.kept_below},
    ),
    Misconception(
        id="several-labels-for-a-box",
        name=Text(ko="상자 하나에 레이블을 여러 개 붙임", en="Several labels given to one box"),
        text=Text(
            ko="상자 하나를 클래스마다 따로 담았습니다. 클래스가 겹칠 수 있는 데이터에서는 그렇게도 하지만, 이 "
            "과제에서는 상자 하나에 레이블이 하나, 점수가 가장 큰 클래스입니다.",
            en="A box was put in once for each of several classes. With classes that overlap that is done, too; here a "
            "box has one label, the class with the largest score.",
        ),
        answers={"detect": wrong.label_for_each_likely_class},
        variants={"detect": (wrong.label_for_each_class_above_half, wrong.label_for_each_class)},
        on_paper=False,  # on paper the question asks for one label
    ),
)
