"""Misconceptions about what is multiplied by what in the depth, and in what is counted with it."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers_depth as wrong

DEPTH = (
    Misconception(
        id="depth-without-brackets",
        name=Text(ko="괄호를 빠뜨려 클래스 점수에만 상자 수를 곱함", en="The brackets forgotten in the depth"),
        text=Text(
            ko="`4 + 1 + num_classes * num_boxes`처럼 클래스 점수에만 상자 수를 곱한 것 같습니다. 곱셈은 덧셈보다 먼저 "
            "계산됩니다. 상자마다 네 수와 객체성 점수도 따로 있으니, 상자 하나의 수를 괄호로 묶은 다음 곱하세요: "
            "`(4 + 1 + num_classes) * num_boxes`.",
            en="It seems that the class scores alone were multiplied by the boxes, as in `4 + 1 + num_classes * "
            "num_boxes`, where the product comes before the sum. Each box has four numbers and an objectness of its "
            "own, too: put the numbers of one box into brackets, `(4 + 1 + num_classes) * num_boxes`.",
        ),
        answers={
            "yolo_depth": wrong.without_brackets_depth,
            "yolo_output_shapes": wrong.without_brackets_shapes,
            "count_outputs": wrong.without_brackets_count,
        },
    ),
    Misconception(
        id="coordinates-alone-per-box",
        name=Text(
            ko="상자마다 따로 있는 것이 네 수뿐이라고 생각함", en="Only the four numbers taken for each box's own"
        ),
        text=Text(
            ko="상자 수를 `tx, ty, tw, th` 네 수에만 곱하고, 객체성 점수와 클래스 점수는 칸마다 한 벌이라고 본 것 "
            "같습니다. 상자마다 물체가 있는지도, 그것이 무엇인지도 따로 예측하므로 모두 상자 수만큼 있습니다.",
            en="The number of boxes was multiplied by the four numbers `tx, ty, tw, th` alone, as if a cell had one "
            "objectness and one set of class scores. Whether there is an object and what it is are predicted for each "
            "box by itself, so all of it is there once for every box.",
        ),
        answers={
            "yolo_depth": wrong.coordinates_alone_depth,
            "yolo_output_shapes": wrong.coordinates_alone_shapes,
            "count_outputs": wrong.coordinates_alone_count,
        },
    ),
    Misconception(
        id="boxes-added",
        name=Text(ko="상자 수를 곱하지 않고 더함", en="The boxes added, not multiplied"),
        text=Text(
            ko="상자 수를 더했습니다. 상자 하나가 숫자 하나인 것이 아니라 `4 + 1 + num_classes`개이고, 칸에는 그런 "
            "상자가 `num_boxes`개 있습니다. 그래서 곱합니다.",
            en="The number of boxes was added. A box is not one number but `4 + 1 + num_classes` of them, and a cell "
            "has `num_boxes` such boxes: multiply.",
        ),
        answers={
            "yolo_depth": wrong.boxes_added_depth,
            "yolo_output_shapes": wrong.boxes_added_shapes,
            "count_outputs": wrong.boxes_added_count,
        },
    ),
    Misconception(
        id="classes-multiplied",
        name=Text(ko="클래스 수를 더하지 않고 곱함", en="The classes multiplied, not added"),
        text=Text(
            ko="클래스 수를 곱했습니다. 클래스마다 상자와 객체성 점수가 따로 있는 것이 아닙니다. 상자 하나에 네 수와 "
            "객체성 점수가 한 벌 있고, 그 뒤에 클래스 점수가 클래스마다 하나씩 이어집니다: `4 + 1 + num_classes`.",
            en="The number of classes was multiplied. Not every class has a box and an objectness of its own: a box "
            "has them once, and behind them one score for each class, `4 + 1 + num_classes`.",
        ),
        answers={
            "yolo_depth": wrong.classes_multiplied_depth,
            "yolo_output_shapes": wrong.classes_multiplied_shapes,
            "count_outputs": wrong.classes_multiplied_count,
        },
        variants={"yolo_depth": (wrong.classes_multiplied_of_one_box_depth,)},
    ),
    Misconception(
        id="one-label-for-all-scores",
        name=Text(ko="클래스 점수 대신 레이블 하나를 셈", en="One label in place of the class scores"),
        text=Text(
            ko="클래스를 숫자 하나로 센 것 같습니다. 신경망은 레이블 번호를 내놓지 않고 클래스마다 점수를 하나씩 "
            "내놓습니다. 레이블은 그 점수 가운데 가장 큰 것을 나중에 고른 것입니다(argmax).",
            en="The class was counted as one number. The network gives no label but one score for each class; the "
            "label is chosen from them afterwards, as the largest (argmax).",
        ),
        answers={
            "yolo_depth": wrong.one_label_depth,
            "yolo_output_shapes": wrong.one_label_shapes,
            "count_outputs": wrong.one_label_count,
        },
    ),
    Misconception(
        id="scales-in-the-depth",
        name=Text(ko="깊이에 해상도의 수까지 곱함", en="The number of scales multiplied into the depth"),
        text=Text(
            ko="깊이에 해상도의 수를 한 번 더 곱했습니다. 3이 두 가지입니다. 칸 하나의 상자 수는 깊이에 들어가지만, "
            "해상도의 수는 들어가지 않습니다. 해상도가 셋이면 출력이 따로 세 개 나올 뿐입니다.",
            en="The depth was multiplied by the number of scales as well. There are two different threes: the boxes of "
            "a cell belong to the depth, the scales do not. Three scales simply make three outputs.",
        ),
        answers={
            "yolo_depth": wrong.scales_in_the_depth,
            "yolo_output_shapes": wrong.scales_in_the_shapes,
            "count_outputs": wrong.scales_in_the_count,
        },
    ),
    Misconception(
        id="boxes-multiplied-twice",
        name=Text(ko="상자 수를 두 번 곱함", en="The boxes multiplied twice"),
        text=Text(
            ko="상자 수를 두 번 곱했습니다. 문제 2의 깊이에는 상자 수가 이미 곱해져 있으니, 행과 열만 더 곱하면 "
            "됩니다.",
            en="The number of boxes was multiplied twice. It is already in the depth of question 2: multiply that by "
            "rows and columns alone.",
        ),
        answers={"count_outputs": wrong.boxes_multiplied_twice},
    ),
    Misconception(
        id="cells-counted",
        name=Text(ko="숫자가 아니라 칸을 셈", en="Cells counted instead of numbers"),
        text=Text(
            ko="격자의 칸이 몇 개인지 센 것 같습니다. 칸마다 문제 1의 깊이만큼 숫자가 있으니 `행 × 열 × 깊이`를 모든 "
            "해상도에 걸쳐 더하세요.",
            en="You seem to have counted the cells of the grids. Each cell holds as many numbers as question 1 says: "
            "add up rows × columns × depth over all scales.",
        ),
        answers={"count_outputs": wrong.cells_counted},
    ),
    Misconception(
        id="first-scale-for-all",
        name=Text(ko="모든 해상도의 칸 수가 같다고 생각함", en="All scales taken to have as many cells as the first"),
        text=Text(
            ko="첫 번째 해상도의 숫자에 해상도의 수를 곱한 것 같습니다. 해상도마다 칸의 크기가 달라 칸의 수도 "
            "다릅니다. 하나씩 세어 더하세요.",
            en="The numbers of the first scale seem to have been multiplied by the number of scales. Cells are of "
            "another size at each scale, so there are not as many of them: count each scale, then add.",
        ),
        answers={"count_outputs": wrong.first_scale_for_all},
    ),
)
