"""Slips in writing the right thing down: of loops, tuples and signs, and of a shape that is laid out."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers_slips as wrong

SLIPS = (
    Misconception(
        id="cells-in-one-row",
        name=Text(ko="행과 열을 곱해 축 하나로 만듦", en="Rows and columns multiplied into one axis"),
        text=Text(
            ko="행과 열을 곱해 칸의 수 하나로 만들었습니다. 출력은 격자라서 행과 열이 따로따로 축입니다: `(행, 열, "
            "깊이)`.",
            en="Rows and columns were multiplied into one number of cells. The output is a grid, and keeps an axis for "
            "each: `(rows, cols, depth)`.",
        ),
        answers={"yolo_output_shapes": wrong.cells_in_one_row_shapes},
    ),
    Misconception(
        id="boxes-as-an-axis",
        name=Text(ko="상자에 축을 따로 둠", en="An axis of their own for the boxes"),
        text=Text(
            ko="상자 수를 따로 축으로 두었습니다. 나중에 `reshape`로 그렇게 나누기도 하지만, 합성곱의 출력에서는 한 "
            "칸의 상자들이 깊이 하나에 이어져 있습니다: `(4 + 1 + classes) × boxes`.",
            en="The boxes got an axis of their own. Some programs `reshape` to that later; but what a convolution "
            "gives has all boxes of a cell one after another in a single depth, `(4 + 1 + classes) × boxes`.",
        ),
        answers={"yolo_output_shapes": wrong.boxes_as_an_axis_shapes},
    ),
    Misconception(
        id="side-doubled",
        name=Text(ko="한 변을 제곱하지 않고 두 배로 함", en="The side doubled, not squared"),
        text=Text(
            ko="한 변의 칸 수를 두 배로 한 것 같습니다. 격자의 칸은 행 × 열, 곧 한 변의 제곱입니다: `** 2`.",
            en="The number of cells along a side seems to have been doubled. A grid has rows × columns, so the "
            "side squared: `** 2`.",
        ),
        answers={"count_outputs": wrong.side_doubled_count},
    ),
    Misconception(
        id="box-arrays-added",
        name=Text(ko="중심과 크기를 잇지 않고 더함", en="Centre and size added, not joined"),
        text=Text(
            ko="중심 `(cx, cy)`와 크기 `(w, h)`가 이어지지 않고 더해져서 수가 두 개뿐입니다. NumPy 배열의 `+`는 같은 "
            "자리의 수끼리 더합니다. 먼저 튜플로 바꾸어 `tuple(xy) + tuple(wh)`처럼 이어 붙이세요.",
            en="Centre `(cx, cy)` and size `(w, h)` were added and not joined, so that only two numbers are left. With "
            "NumPy arrays `+` adds place by place: make tuples of them first, `tuple(xy) + tuple(wh)`.",
        ),
        answers={"decode_box": wrong.arrays_added_box},
        on_paper=False,
    ),
    Misconception(
        id="minus-in-the-exponent",
        name=Text(ko="너비와 높이의 지수에 음의 부호를 붙임", en="A minus sign in the exponent of the size"),
        text=Text(
            ko="너비와 높이를 `exp(-t)`로 계산한 것 같습니다. 음의 부호는 시그모이드의 식에만 있습니다. 크기는 "
            "`exp(t)`를 곱하므로 `t`가 크면 상자도 커집니다.",
            en="Width and height seem to come of `exp(-t)`. The minus sign belongs to the sigmoid alone. The size is "
            "multiplied by `exp(t)`: the larger `t`, the larger the box.",
        ),
        answers={"decode_box": wrong.minus_in_the_exponent_box},
    ),
    Misconception(
        id="powers-of-two",
        name=Text(ko="e 대신 2의 거듭제곱을 씀", en="Powers of 2 for those of e"),
        text=Text(
            ko="너비와 높이에 2의 거듭제곱을 곱한 것 같습니다. 식의 e는 자연로그의 밑(약 2.718)입니다: `np.exp(t)`.",
            en="Width and height seem to have been multiplied by a power of 2. The e of the formula is the base of the "
            "natural logarithm, about 2.718: `np.exp(t)`.",
        ),
        answers={"decode_box": wrong.powers_of_two_box},
        on_paper=False,
    ),
    Misconception(
        id="returned-within-the-loop",
        name=Text(ko="반복문 안에서 돌려줌", en="Returned within the loop"),
        text=Text(
            ko="첫 행이나 첫 칸에서 찾은 것만 나왔습니다. `return`이 반복문 안에 있으면 첫 바퀴에서 함수가 끝납니다. "
            "`return`의 들여쓰기를 반복문과 나란히 맞추어 보세요.",
            en="Only what is in the first row, or in the first cell, was found. A `return` inside a loop ends the "
            "function in the first round: indent it as far as the loop itself.",
        ),
        answers={"detect": wrong.first_cell_alone},
        variants={"detect": (wrong.first_row_alone,)},
        on_paper=False,
    ),
    Misconception(
        id="classes-from-the-objectness-on",
        name=Text(ko="클래스 점수에 객체성 점수까지 담음", en="The objectness cut off with the class scores"),
        text=Text(
            ko="클래스 점수를 객체성 점수의 자리에서부터 잘랐습니다. 상자의 0번부터 3번 자리는 상자, 4번 자리는 객체성 "
            "점수이고, 클래스 점수는 5번 자리부터입니다: `one[5:]`.",
            en="The class scores were cut off from the place of the objectness on. Places 0 to 3 of a box hold the "
            "box, and place 4 its objectness; the class scores begin at place 5: `one[5:]`.",
        ),
        answers={"split_cell": wrong.objectness_among_classes_split},
        variants={"split_cell": (wrong.classes_one_place_early_split,)},
        on_paper=False,
    ),
    Misconception(
        id="label-for-the-class-scores",
        name=Text(ko="클래스 점수 대신 레이블을 담음", en="The label for the class scores"),
        text=Text(
            ko="`classes`에 점수가 가장 큰 클래스의 번호만 담았습니다. `split_cell`은 자르기만 하므로 클래스 점수 "
            "`num_classes`개를 그대로 담으세요. 레이블은 `detect`에서 고릅니다.",
            en="`classes` holds the number of the best class alone. `split_cell` only cuts: leave all `num_classes` "
            "scores there, as they are. It is `detect` that picks the label.",
        ),
        answers={"split_cell": wrong.label_for_scores_split},
        on_paper=False,
    ),
    Misconception(
        id="pixels-taken-for-cells",
        name=Text(ko="칸 대신 픽셀을 셈", en="Pixels taken for cells"),
        text=Text(
            ko="이미지의 픽셀마다 예측한다고 생각한 것 같습니다. 예측하는 것은 격자의 칸이고, 한 변의 칸 수는 "
            "`image_size // stride`입니다. 416픽셀 이미지라도 스트라이드가 32이면 13×13칸입니다.",
            en="You seem to have assumed a prediction for each pixel of the image. It is the cells of a grid that "
            "predict, `image_size // stride` on a side: 13×13 of them for 416 pixels at stride 32.",
        ),
        answers={"count_outputs": wrong.pixels_counted},
        variants={"count_outputs": (wrong.pixels_counted_for_each_scale,)},
        on_paper=False,
    ),
)
