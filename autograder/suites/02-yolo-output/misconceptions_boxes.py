"""Misconceptions about how raw numbers become a box in the image."""

from __future__ import annotations

import wrong_answers as wrong

from fcnkit.misconception import Misconception
from fcnkit.text import Text

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
)
