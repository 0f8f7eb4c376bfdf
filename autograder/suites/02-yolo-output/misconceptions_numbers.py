"""Misconceptions about how many numbers there are and in which order they stand."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers as wrong
from . import wrong_answers_cells as cells
from . import wrong_answers_squashed as squashed

NUMBERS = (
    Misconception(
        id="objectness-forgotten",
        name=Text(ko="객체성 점수만큼 모자람", en="Short by the objectness"),
        text=Text(
            ko="상자마다 숫자가 꼭 하나씩 모자랍니다. 상자의 숫자는 4개이고, 그 뒤에 클래스 점수만 오는 것이 아닙니다. "
            "그 사이에 물체가 있는지 없는지를 말하는 객체성 점수가 하나 더 있습니다. 이 숫자가 없으면 상자를 그릴지 "
            "말지 정할 수 없겠지요.",
            en="Each box is short of exactly one number. A box has four numbers, and it is not the class scores alone "
            "that follow: between them stands one more, the objectness, which says whether there is an object at all. "
            "Without it, nobody could tell which boxes to draw.",
        ),
        answers={
            "yolo_depth": wrong.objectness_forgotten_depth,
            "yolo_output_shapes": wrong.objectness_forgotten_shapes,
            "count_outputs": wrong.objectness_forgotten_count,
        },
    ),
    Misconception(
        id="boxes-forgotten",
        name=Text(ko="칸 하나에 상자가 여럿임을 빠뜨림", en="Several boxes per cell forgotten"),
        text=Text(
            ko="칸 하나가 상자를 하나만 예측한다고 생각한 것 같습니다. YOLOv3의 칸은 모양이 다른 앵커마다 상자를 "
            "하나씩, 모두 `num_boxes`개 예측합니다. 모든 숫자가 상자 수만큼 있습니다.",
            en="You seem to have assumed that a cell predicts a single box. In YOLOv3 it predicts one for each "
            "anchor, each of another shape: `num_boxes` in all. Every number is there that many times.",
        ),
        answers={
            "yolo_depth": wrong.boxes_forgotten_depth,
            "yolo_output_shapes": wrong.boxes_forgotten_shapes,
            "count_outputs": wrong.boxes_forgotten_count,
        },
    ),
    Misconception(
        id="classes-shared",
        name=Text(ko="클래스 점수를 상자들이 함께 쓴다고 생각함", en="One set of class scores for all boxes of a cell"),
        text=Text(
            ko="클래스 점수가 칸마다 한 벌뿐이라고 생각한 것 같습니다. 첫 번째 YOLO는 그랬지만, YOLOv3에서는 상자마다 "
            "클래스 점수가 따로 있습니다. 그래서 한 칸에서 자동차와 사람을 함께 찾을 수 있습니다.",
            en="You seem to have assumed that a cell has one set of class scores. The first YOLO worked that way; in "
            "YOLOv3 each box has class scores of its own, so that one cell can find a car and a person.",
        ),
        answers={
            "yolo_depth": wrong.shared_classes_depth,
            "yolo_output_shapes": wrong.shared_classes_shapes,
            "count_outputs": wrong.shared_classes_count,
            "split_cell": wrong.shared_classes_split,
            "detect": wrong.shared_classes_detect,
        },
    ),
    Misconception(
        id="objectness-of-the-cell",
        name=Text(ko="객체성 점수가 칸마다 하나라고 생각함", en="One objectness for all boxes of a cell"),
        text=Text(
            ko="객체성 점수가 칸마다 하나뿐이라고 생각한 것 같습니다. 물체가 있는지는 상자마다 따로 예측하므로, "
            "상자마다 객체성 점수가 하나씩 있습니다.",
            en="You seem to have assumed that a cell has one objectness. Whether there is an object is predicted of "
            "each box by itself, so each box has an objectness of its own.",
        ),
        answers={
            "yolo_depth": cells.objectness_of_the_cell_depth,
            "yolo_output_shapes": cells.objectness_of_the_cell_shapes,
            "count_outputs": cells.objectness_of_the_cell_count,
        },
    ),
    Misconception(
        id="background-as-a-class",
        name=Text(ko="배경을 클래스로 침", en="The background taken for a class"),
        text=Text(
            ko="배경을 0번 클래스로 본 것 같습니다. 그렇게 하는 탐지기도 있지만, YOLO에는 배경 클래스가 없습니다. "
            "물체가 있는지 없는지는 객체성 점수가 말하고, 0번 클래스도 다른 클래스처럼 물체입니다.",
            en="You seem to have taken class 0 for the background. Some detectors have such a class; YOLO has none. "
            "Whether there is an object at all is what the objectness says, and class 0 is an object like the others.",
        ),
        answers={
            "yolo_depth": wrong.background_counted_depth,
            "yolo_output_shapes": wrong.background_counted_shapes,
            "count_outputs": wrong.background_counted_count,
            "detect": wrong.background_dropped,
        },
    ),
    Misconception(
        id="numbers-of-coco",
        name=Text(ko="COCO의 85를 그대로 씀", en="The 85 of COCO, whatever the classes"),
        text=Text(
            ko="클래스가 몇 가지이든 상자 하나에 숫자가 85개라고 본 것 같습니다. 85는 클래스가 80가지인 COCO에서 나온 "
            "수입니다: `4 + 1 + 80`. 클래스 수가 다르면 `4 + 1 + num_classes`입니다.",
            en="You seem to have taken 85 numbers for each box, whatever the number of classes. That is what COCO "
            "with its 80 classes gives, `4 + 1 + 80`; with other classes it is `4 + 1 + num_classes`.",
        ),
        answers={
            "yolo_depth": wrong.depth_of_coco,
            "yolo_output_shapes": wrong.shapes_of_coco,
            "count_outputs": wrong.count_of_coco,
        },
    ),
    Misconception(
        id="strides-reversed",
        name=Text(ko="스트라이드의 순서를 뒤집음", en="The order of the strides reversed"),
        text=Text(
            ko="출력이 `strides`와 거꾸로 나옵니다. 스트라이드가 크면 칸도 커서 칸의 수가 적습니다. 32가 먼저라면 칸이 "
            "가장 적은 격자가 먼저 나와야 합니다.",
            en="The outputs come in the opposite order of `strides`. A large stride means large cells, and few of "
            "them: where 32 comes first, the coarsest grid does.",
        ),
        answers={"yolo_output_shapes": wrong.strides_reversed},
    ),
    Misconception(
        id="stride-taken-for-grid",
        name=Text(ko="스트라이드를 칸의 개수로 생각함", en="The stride taken for the number of cells"),
        text=Text(
            ko="스트라이드 32를 '32×32칸'으로 읽은 것 같습니다. 스트라이드는 칸 하나의 크기가 몇 픽셀인지를 말합니다. "
            "416픽셀을 32픽셀씩 나누면 한 변에 13칸입니다.",
            en="You seem to have read stride 32 as 32×32 cells. The stride says how many pixels wide one cell is: "
            "416 pixels in steps of 32 make 13 cells a side.",
        ),
        answers={"yolo_output_shapes": wrong.stride_as_grid_shapes, "count_outputs": wrong.stride_as_grid_count},
    ),
    Misconception(
        id="strides-one-after-another",
        name=Text(ko="스트라이드로 차례차례 나눔", en="Divided by one stride after another"),
        text=Text(
            ko="앞에서 나눈 결과를 다음 스트라이드로 또 나누었습니다. 스트라이드 16은 앞 출력의 칸이 아니라 원래 "
            "이미지의 16픽셀입니다. 해상도마다 `image_size`를 나누세요.",
            en="What the stride before had left was divided again. Stride 16 means 16 pixels of the original image, "
            "not of the output before: divide `image_size` for each scale.",
        ),
        answers={"yolo_output_shapes": cells.divided_again_shapes, "count_outputs": cells.divided_again_count},
    ),
    Misconception(
        id="first-scale-only",
        name=Text(ko="세 해상도 가운데 하나만 셈", en="Only one of the scales counted"),
        text=Text(
            ko="첫 번째 해상도의 숫자만 센 것 같습니다. 깊이에 곱하는 3은 한 칸의 상자 수이고, 해상도가 셋이라는 것은 "
            "그와 다른 3입니다. 해상도마다 센 다음 모두 더하세요.",
            en="Only the numbers of the first scale were counted. The 3 in the depth is the number of boxes per cell; "
            "that there are three scales is another 3. Count each scale, then add them up.",
        ),
        answers={"count_outputs": wrong.first_scale_only},
    ),
    Misconception(
        id="boxes-counted",
        name=Text(ko="숫자가 아니라 상자를 셈", en="Boxes counted instead of numbers"),
        text=Text(
            ko="상자가 몇 개인지 센 것 같습니다. 416픽셀 이미지라면 10,647개이지요. 묻는 것은 숫자의 개수이고, 상자 "
            "하나는 숫자 `4 + 1 + num_classes`개로 되어 있습니다.",
            en="You seem to have counted the boxes; for an image of 416 pixels there are 10,647. The question asks "
            "for the numbers, and each box consists of `4 + 1 + num_classes`.",
        ),
        answers={"count_outputs": wrong.boxes_counted},
    ),
    Misconception(
        id="one-side-counted",
        name=Text(ko="격자의 한 변만 셈", en="Only one side of the grid counted"),
        text=Text(
            ko="격자의 칸을 한 변만큼만 센 것 같습니다. 칸은 행과 열로 놓여 있으므로 13×13 격자라면 13칸이 아니라 "
            "169칸입니다.",
            en="The cells along one side of the grid were counted. Cells lie in rows and columns: a 13×13 grid has "
            "169 of them, not 13.",
        ),
        answers={"count_outputs": wrong.one_side_counted},
    ),
)

CELLS = (
    Misconception(
        id="numbers-by-kind",
        name=Text(ko="숫자를 상자별이 아니라 종류별로 읽음", en="Numbers read kind by kind, not box by box"),
        text=Text(
            ko="모든 상자의 `tx`가 먼저, 그다음에 모든 상자의 `ty`가 오는 것처럼 읽었습니다. 이 과제의 칸은 상자 "
            "하나의 숫자를 끝까지 적은 다음 다음 상자로 넘어갑니다. `reshape`를 쓴다면 상자의 축이 먼저입니다.",
            en="The cell was read as if all boxes' `tx` came first, then all `ty`. Here it lists one box from its "
            "beginning to its end, then the next. With `reshape`, the axis of the boxes comes first.",
        ),
        answers={"split_cell": wrong.numbers_by_kind_split, "detect": wrong.numbers_by_kind_detect},
    ),
    Misconception(
        id="objectness-first",
        name=Text(ko="객체성 점수가 맨 앞에 있다고 생각함", en="The objectness read before the box"),
        text=Text(
            ko="상자의 첫 번째 숫자를 객체성 점수로 읽었습니다. 순서는 `tx, ty, tw, th`가 먼저이고, 객체성 점수는 다섯 "
            "번째입니다.",
            en="The first number of a box was taken for its objectness. First come `tx, ty, tw, th`; the objectness is "
            "the fifth.",
        ),
        answers={"split_cell": wrong.objectness_first_split, "detect": wrong.objectness_first_detect},
    ),
    Misconception(
        id="first-box-repeated",
        name=Text(ko="상자마다 첫 번째 상자의 자리를 읽음", en="Every box read from the place of the first"),
        text=Text(
            ko="어느 상자든 칸의 맨 앞에 있는 숫자를 읽었습니다. 상자 하나가 숫자 `5 + num_classes`개를 차지하므로, "
            "b번째 상자의 숫자는 `b * (5 + num_classes)`번째에서 시작합니다.",
            en="The numbers at the start of the cell were read for every box. A box takes up `5 + num_classes` "
            "numbers, so those of box b start at `b * (5 + num_classes)`.",
        ),
        answers={"split_cell": wrong.first_box_repeated_split, "detect": wrong.first_box_repeated_detect},
    ),
    Misconception(
        id="sigmoid-too-early",
        name=Text(ko="나누면서 시그모이드까지 적용함", en="The sigmoid applied while splitting"),
        text=Text(
            ko="객체성 점수와 클래스 점수에 벌써 시그모이드를 적용했습니다. `split_cell`은 자르기만 하고 숫자는 "
            "그대로 둡니다. 여기서 적용하면 나중에 두 번 적용하게 됩니다.",
            en="The objectness and the class scores have already been through the sigmoid. `split_cell` only cuts and "
            "leaves the numbers as they are; else the sigmoid is applied twice later on.",
        ),
        answers={"split_cell": squashed.sigmoid_too_early},
    ),
    Misconception(
        id="objectness-last",
        name=Text(ko="객체성 점수를 맨 뒤에서 찾음", en="The objectness looked for at the end"),
        text=Text(
            ko="상자의 숫자 다음에 바로 클래스 점수가 오고 객체성 점수가 맨 뒤에 있다고 읽었습니다. 차례는 tx, ty, "
            "tw, th, 객체성, 클래스 점수입니다.",
            en="You read the class scores right behind the box, and the objectness at the end. The order is tx, ty, "
            "tw, th, objectness, class scores.",
        ),
        answers={"split_cell": squashed.objectness_last},
    ),
    Misconception(
        id="classes-first",
        name=Text(ko="클래스 점수를 맨 앞에서 찾음", en="The class scores looked for in front"),
        text=Text(
            ko="클래스 점수, 객체성 점수, 상자의 차례로 읽었습니다. 차례는 그 반대로 tx, ty, tw, th, 객체성, 클래스 "
            "점수입니다.",
            en="You read the class scores first, then the objectness and the box. It is the other way round: tx, ty, "
            "tw, th, objectness, class scores.",
        ),
        answers={"split_cell": squashed.classes_first},
    ),
    Misconception(
        id="objectness-too-early",
        name=Text(ko="나누면서 객체성 점수에 시그모이드를 적용함", en="The sigmoid of the objectness while splitting"),
        text=Text(
            ko="객체성 점수에 벌써 시그모이드를 적용했습니다. `split_cell`은 자르기만 하고 숫자는 그대로 둡니다. "
            "여기서 적용하면 나중에 두 번 적용하게 됩니다.",
            en="The objectness has already been through the sigmoid. `split_cell` only cuts and leaves the numbers as "
            "they are; else the sigmoid is applied twice later on.",
        ),
        answers={"split_cell": squashed.objectness_too_early},
    ),
    Misconception(
        id="sigmoid-of-everything",
        name=Text(ko="나누면서 모든 숫자에 시그모이드를 적용함", en="The sigmoid of all numbers while splitting"),
        text=Text(
            ko="칸의 모든 숫자에 시그모이드를 적용했습니다. `split_cell`은 자르기만 하고 숫자는 그대로 둡니다. 게다가 "
            "너비와 높이인 `tw, th`에는 나중에도 시그모이드가 아니라 지수 함수를 씁니다.",
            en="All numbers of the cell have been through the sigmoid. `split_cell` only cuts and leaves the numbers "
            "as they are; and `tw, th`, for width and height, never take a sigmoid but an exponential, later on.",
        ),
        answers={"split_cell": squashed.everything_too_early},
    ),
    Misconception(
        id="softmax-too-early",
        name=Text(ko="나누면서 클래스 점수에 softmax를 적용함", en="A softmax of the class scores while splitting"),
        text=Text(
            ko="클래스 점수에 softmax를 적용해 더하면 1이 되게 했습니다. `split_cell`은 자르기만 하고 숫자는 그대로 "
            "둡니다. 게다가 YOLOv3는 클래스마다 따로 점수를 매기므로 softmax를 쓰지 않습니다.",
            en="The class scores have been through a softmax, so that they add up to 1. `split_cell` only cuts and "
            "leaves the numbers as they are. YOLOv3 has no softmax anyway: it scores each class by itself.",
        ),
        answers={"split_cell": squashed.softmax_too_early},
    ),
    Misconception(
        id="probabilities-too-early",
        name=Text(ko="나누면서 시그모이드와 softmax를 적용함", en="Sigmoid and softmax applied while splitting"),
        text=Text(
            ko="객체성 점수에는 시그모이드를, 클래스 점수에는 softmax를 벌써 적용했습니다. `split_cell`은 자르기만 "
            "하고 숫자는 그대로 둡니다.",
            en="The objectness has already been through the sigmoid, and the class scores through a softmax. "
            "`split_cell` only cuts and leaves the numbers as they are.",
        ),
        answers={"split_cell": squashed.probabilities_too_early},
    ),
)
