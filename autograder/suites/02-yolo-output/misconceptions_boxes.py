"""Misconceptions about how raw numbers become a box in the image."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers_boxes as wrong

BOXES = (
    Misconception(
        id="row-before-column",
        name=Text(ko="행과 열을 바꿈", en="Rows and columns swapped"),
        text=Text(
            ko="`cell_xy`를 (행, 열)로 읽은 것 같습니다. 이름처럼 x가 먼저, 곧 (열, 행)입니다. 배열의 인덱스는 "
            "`prediction[행, 열]`이니 순서가 반대라는 점에 주의하세요.",
            en="You seem to have read `cell_xy` as (row, column). As its name says, x comes first: (column, row). An "
            "array is indexed in the opposite order, `prediction[row, column]`.",
        ),
        answers={"decode_box": wrong.row_before_column, "detect": wrong.row_before_column_detect},
    ),
    Misconception(
        id="anchor-times-stride",
        name=Text(ko="앵커에 스트라이드를 곱함", en="The anchor multiplied by the stride"),
        text=Text(
            ko="너비와 높이에 스트라이드가 한 번 더 곱해졌습니다. 앵커는 이미 원래 이미지의 픽셀 단위입니다. "
            "스트라이드를 곱하는 것은 칸 단위로 세는 중심뿐입니다.",
            en="Width and height were multiplied by the stride. Anchors are already in pixels of the original image; "
            "only the centre is counted in cells and needs the stride.",
        ),
        answers={"decode_box": wrong.anchor_times_stride, "detect": wrong.anchor_times_stride_detect},
    ),
    Misconception(
        id="centre-without-sigmoid",
        name=Text(ko="중심에 시그모이드를 빠뜨림", en="The sigmoid of the centre forgotten"),
        text=Text(
            ko="`tx`와 `ty`를 그대로 더했습니다. 신경망이 내놓은 값은 무엇이든 될 수 있으므로 중심이 다른 칸으로 "
            "벗어납니다. 시그모이드를 적용하면 0과 1 사이가 되어 중심이 언제나 제 칸 안에 있습니다.",
            en="`tx` and `ty` were added as they are. Raw numbers can be anything, so the centre may leave its cell. "
            "The sigmoid brings them between 0 and 1, and the centre stays in its cell.",
        ),
        answers={"decode_box": wrong.centre_without_sigmoid, "detect": wrong.centre_without_sigmoid_detect},
    ),
    Misconception(
        id="formulas-of-yolov5",
        name=Text(ko="YOLOv5의 식을 씀", en="The formulas of YOLOv5"),
        text=Text(
            ko="YOLOv5의 식을 쓴 것 같습니다. 그 식은 중심을 `2 * sigmoid(tx) - 0.5`로, 크기를 `(2 * sigmoid(tw)) ** "
            "2`로 구합니다. 이 과제는 YOLOv3이므로 중심은 `sigmoid(tx)`, 크기는 `exp(tw)`입니다.",
            en="These seem to be the formulas of YOLOv5, which takes `2 * sigmoid(tx) - 0.5` for the centre and `(2 * "
            "sigmoid(tw)) ** 2` for the size. This assignment is about YOLOv3: `sigmoid(tx)` for the centre, `exp(tw)` "
            "for the size.",
        ),
        answers={"decode_box": wrong.formulas_of_yolov5, "detect": wrong.formulas_of_yolov5_detect},
    ),
    Misconception(
        id="centre-of-yolov5",
        name=Text(ko="YOLOv5의 중심 식을 씀", en="YOLOv5's formula for the centre"),
        text=Text(
            ko="중심을 YOLOv5의 식 `2 * sigmoid(tx) - 0.5`로 구한 것 같습니다. 그 식에서는 중심이 칸 밖으로 조금 "
            "나갈 수 있습니다. 이 과제의 YOLOv3에서는 `sigmoid(tx)`를 그대로 써서 중심이 언제나 제 칸 안에 있습니다.",
            en="The centre seems to come from YOLOv5's formula, `2 * sigmoid(tx) - 0.5`, which lets it leave its "
            "cell a little. In YOLOv3, which this assignment is about, it is `sigmoid(tx)`, and the centre always "
            "stays in its cell.",
        ),
        answers={"decode_box": wrong.centre_of_yolov5, "detect": wrong.centre_of_yolov5_detect},
    ),
    Misconception(
        id="size-of-yolov5",
        name=Text(ko="YOLOv5의 크기 식을 씀", en="YOLOv5's formula for the size"),
        text=Text(
            ko="크기를 YOLOv5의 식 `(2 * sigmoid(tw)) ** 2`로 구한 것 같습니다. 그 식에서는 상자가 앵커의 네 "
            "배까지만 커집니다. 이 과제의 YOLOv3에서는 앵커에 `exp(tw)`를 곱합니다.",
            en="The size seems to come from YOLOv5's formula, `(2 * sigmoid(tw)) ** 2`, with which a box is at most "
            "four times its anchor. In YOLOv3, which this assignment is about, the anchor is multiplied by `exp(tw)`.",
        ),
        answers={"decode_box": wrong.size_of_yolov5, "detect": wrong.size_of_yolov5_detect},
    ),
    Misconception(
        id="size-without-exp",
        name=Text(ko="크기에 지수 함수를 빠뜨림", en="The exponential of the size forgotten"),
        text=Text(
            ko="앵커에 `tw`와 `th`를 그대로 곱했습니다. 그러면 `tw`가 음수일 때 너비도 음수가 됩니다. `exp`를 "
            "쓰면 언제나 양수이고, 0일 때 앵커의 크기 그대로입니다.",
            en="The anchor was multiplied by `tw` and `th` as they are, so that a negative number gives a negative "
            "width. Their exponential is always positive, and 0 leaves the anchor as it is.",
        ),
        answers={"decode_box": wrong.size_without_exp, "detect": wrong.size_without_exp_detect},
    ),
    Misconception(
        id="size-with-sigmoid",
        name=Text(ko="크기에도 시그모이드를 적용함", en="The sigmoid applied to the size, too"),
        text=Text(
            ko="`tw`와 `th`에도 시그모이드를 적용했습니다. 시그모이드는 언제나 1보다 작으므로 상자가 앵커보다 커질 수 "
            "없습니다. 칸 안에 가두어야 하는 것은 중심뿐이고, 너비와 높이는 앵커에 `exp(tw)`, `exp(th)`를 곱합니다.",
            en="The sigmoid was applied to `tw` and `th` as well. It is always below 1, so no box could be larger than "
            "its anchor. Only the centre has to stay within its cell; width and height are the anchor times `exp(tw)` "
            "and `exp(th)`.",
        ),
        answers={"decode_box": wrong.size_with_sigmoid, "detect": wrong.size_with_sigmoid_detect},
    ),
    Misconception(
        id="centre-in-cells",
        name=Text(ko="중심을 칸 단위로 남겨 둠", en="The centre left in cells"),
        text=Text(
            ko="중심이 몇 번째 칸인지는 나왔지만 픽셀로 옮기지 않았습니다. 격자는 이미지를 스트라이드만큼 줄인 "
            "것이므로, 원래 이미지에서의 자리는 스트라이드를 곱해야 나옵니다.",
            en="The centre says which cell, but it has not been taken to pixels. The grid is the image shrunk by the "
            "stride: multiply by the stride to find the place in the original image.",
        ),
        answers={"decode_box": wrong.centre_in_cells, "detect": wrong.centre_in_cells_detect},
    ),
    Misconception(
        id="cell-number-in-pixels",
        name=Text(ko="칸 번호에 스트라이드를 곱하지 않음", en="The cell's number not multiplied by the stride"),
        text=Text(
            ko="시그모이드의 값에만 스트라이드를 곱하고, 칸의 번호는 그대로 더했습니다. 칸의 번호도 칸 단위이므로 "
            "먼저 둘을 더한 다음 스트라이드를 곱합니다: `(sigmoid(tx) + column) * stride`. 괄호를 확인해 보세요.",
            en="Only the sigmoid was multiplied by the stride, and the number of the cell was added as it is. It is "
            "counted in cells, too, so add first and multiply then: `(sigmoid(tx) + column) * stride`. Check the "
            "parentheses.",
        ),
        answers={"decode_box": wrong.cell_number_in_pixels, "detect": wrong.cell_number_in_pixels_detect},
    ),
    Misconception(
        id="offset-in-pixels",
        name=Text(
            ko="칸 안의 위치에 스트라이드를 곱하지 않음", en="The place within the cell not multiplied by the stride"
        ),
        text=Text(
            ko="칸의 번호에만 스트라이드를 곱하고, 시그모이드의 값은 그대로 더했습니다. 시그모이드는 칸의 너비를 1로 "
            "볼 때 어디인지를 말하므로 칸 단위입니다. 둘을 더한 다음 스트라이드를 곱합니다: `(sigmoid(tx) + column) "
            "* stride`.",
            en="Only the number of the cell was multiplied by the stride, and the sigmoid was added as it is. It says "
            "where in the cell the centre lies, as a part of the cell's width, so it is counted in cells, too. Add "
            "first and multiply then: `(sigmoid(tx) + column) * stride`.",
        ),
        answers={"decode_box": wrong.offset_in_pixels, "detect": wrong.offset_in_pixels_detect},
    ),
    Misconception(
        id="half-a-cell-added",
        name=Text(ko="중심에 칸의 절반을 더함", en="Half a cell added to the centre"),
        text=Text(
            ko="중심이 칸의 절반만큼 오른쪽 아래로 밀려 있습니다. 칸의 한가운데에서 시작하려고 0.5를 더한 것 같습니다. "
            "`tx`가 0이면 시그모이드가 이미 0.5여서 칸의 한가운데이므로, 더 더할 것이 없습니다.",
            en="The centre lies half a cell too far to the right and down. You seem to have added 0.5 to start from "
            "the middle of the cell; but where `tx` is 0 its sigmoid is 0.5 already, the middle. Nothing more is to "
            "be added.",
        ),
        answers={"decode_box": wrong.half_a_cell_added, "detect": wrong.half_a_cell_added_detect},
    ),
    Misconception(
        id="half-a-pixel-added",
        name=Text(ko="중심에 픽셀의 절반을 더함", en="Half a pixel added to the centre"),
        text=Text(
            ko="중심이 0.5픽셀만큼 오른쪽 아래로 밀려 있습니다. 픽셀의 한가운데를 세려고 0.5를 더한 것 같습니다. "
            "중심은 픽셀의 번호가 아니라 이미지의 왼쪽 위에서 잰 거리이므로 더할 것이 없습니다.",
            en="The centre lies half a pixel too far to the right and down. You seem to have added 0.5 to get to the "
            "middle of a pixel; but a centre is no pixel's number: it is a distance from the image's top left corner, "
            "and nothing is to be added.",
        ),
        answers={"decode_box": wrong.half_a_pixel_added, "detect": wrong.half_a_pixel_added_detect},
    ),
    Misconception(
        id="half-for-sigmoid",
        name=Text(ko="시그모이드 대신 0.5를 더함", en="0.5 added instead of the sigmoid"),
        text=Text(
            ko="칸의 한가운데에서 `tx`만큼 옮긴 것 같습니다: `tx + 0.5`. `tx`가 0이면 맞지만, 신경망이 내놓은 값은 "
            "무엇이든 될 수 있어서 중심이 다른 칸으로 벗어납니다. 시그모이드는 0에서 0.5이고 언제나 0과 1 사이이므로 "
            "중심이 제 칸 안에 있습니다.",
            en="You seem to have gone `tx` away from the middle of the cell: `tx + 0.5`. That is right where `tx` is "
            "0, but raw numbers can be anything, so the centre may leave its cell. The sigmoid is 0.5 there, too, "
            "and always between 0 and 1: the centre stays in its cell.",
        ),
        answers={"decode_box": wrong.half_for_sigmoid, "detect": wrong.half_for_sigmoid_detect},
    ),
    Misconception(
        id="corner-for-centre",
        name=Text(ko="중심 대신 왼쪽 위 꼭짓점을 돌려줌", en="The top left corner instead of the centre"),
        text=Text(
            ko="너비와 높이의 절반을 빼서 왼쪽 위 꼭짓점을 구했습니다. 그림을 그릴 때는 필요하지만, 여기서 돌려줄 것은 "
            "상자의 중심 `(cx, cy)`입니다.",
            en="Half the width and height were subtracted, which gives the top left corner. Drawing needs that; what "
            "should come back here is the centre `(cx, cy)`.",
        ),
        answers={"decode_box": wrong.corner_for_centre, "detect": wrong.corner_for_centre_detect},
    ),
    Misconception(
        id="corners-for-box",
        name=Text(ko="두 꼭짓점을 돌려줌", en="Two corners instead of centre and size"),
        text=Text(
            ko="왼쪽 위와 오른쪽 아래 꼭짓점을 돌려주었습니다. 그림을 그릴 때 쓰는 모양이지만, 여기서 돌려줄 것은 "
            "중심과 너비와 높이, 곧 `(cx, cy, w, h)`입니다.",
            en="The top left and the bottom right corner came back, as they serve to draw a box. Here it is the "
            "centre, the width and the height: `(cx, cy, w, h)`.",
        ),
        answers={"decode_box": wrong.corners_for_box, "detect": wrong.corners_for_box_detect},
    ),
)
