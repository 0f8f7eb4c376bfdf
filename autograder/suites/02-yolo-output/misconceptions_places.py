"""Misconceptions about where a box's numbers stand, which boxes are kept, and what is counted of them."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers_places as wrong

COUNTS = (
    Misconception(
        id="scales-multiplied",
        name=Text(ko="해상도끼리 곱함", en="The scales multiplied"),
        text=Text(
            ko="해상도마다 나온 수를 서로 곱했습니다. 해상도마다 출력이 하나씩 따로 나오므로, 한 출력 안에서는 "
            "곱하고 출력끼리는 더합니다.",
            en="What comes out at each scale was multiplied with the others. There is an output of its own for each "
            "scale: multiply within an output, and add over the outputs.",
        ),
        answers={"count_outputs": wrong.scales_multiplied},
        on_paper=False,  # nobody multiplies numbers of so many digits by hand
    ),
    Misconception(
        id="scales-for-boxes",
        name=Text(ko="상자 수 대신 해상도의 수를 곱함", en="The number of scales for that of boxes"),
        text=Text(
            ko="깊이에 `num_boxes`가 아니라 `strides`의 개수를 곱했습니다. YOLOv3에서는 둘 다 3이지만 서로 다른 "
            "3입니다. 해상도가 몇 개이든 칸 하나의 깊이는 그대로이고, 깊이를 정하는 것은 칸 하나의 상자 수입니다.",
            en="The depth was multiplied by how many `strides` there are, not by `num_boxes`. Both are 3 in YOLOv3, "
            "and yet they are two different threes. However many scales there are, the depth of a cell stays: it is "
            "the number of boxes in a cell that counts.",
        ),
        answers={
            "yolo_output_shapes": wrong.scales_for_boxes_shapes,
            "count_outputs": wrong.scales_for_boxes_count,
        },
    ),
    Misconception(
        id="depth-added",
        name=Text(ko="칸의 수에 깊이를 곱하지 않고 더함", en="The depth added to the cells"),
        text=Text(
            ko="칸의 수에 깊이를 더했습니다. 칸마다 깊이만큼의 숫자가 있으므로 `행 × 열 × 깊이`입니다.",
            en="The depth was added to the number of cells. There are that many numbers in every cell: it is rows × "
            "columns × depth.",
        ),
        answers={"count_outputs": wrong.depth_added},
    ),
    Misconception(
        id="sides-added-first",
        name=Text(ko="한 변부터 더한 다음 제곱함", en="The sides added, then squared"),
        text=Text(
            ko="모든 해상도의 한 변을 먼저 더한 다음 제곱했습니다. 합의 제곱은 제곱의 합이 아닙니다. 해상도마다 "
            "칸을 세고 나서 더하세요.",
            en="The sides of all scales were added up and then squared. The square of a sum is not the sum of "
            "squares: count the cells of each scale, then add.",
        ),
        answers={"count_outputs": wrong.sides_added_first},
    ),
)

STARTS = (
    Misconception(
        id="boxes-five-apart",
        name=Text(ko="상자마다 숫자가 5개라고 생각함", en="Boxes read five numbers apart"),
        text=Text(
            ko="다음 상자를 다섯 숫자 뒤에서 읽었습니다. 상자마다 자기 클래스 점수가 뒤에 있으므로, 상자 b는 `b * "
            "(5 + num_classes)`에서 시작합니다.",
            en="Each box was read five numbers after the one before. Every box has class scores of its own behind "
            "it, so box b starts at `b * (5 + num_classes)`.",
        ),
        answers={"split_cell": wrong.five_apart_split, "detect": wrong.five_apart_detect},
    ),
    Misconception(
        id="boxes-one-too-close",
        name=Text(ko="상자의 길이에서 객체성 점수를 빠뜨림", en="The objectness left out of a box's length"),
        text=Text(
            ko="상자 하나의 길이를 `4 + num_classes`로 세어서, 상자마다 한 칸씩 앞에서 시작합니다. 객체성 점수까지 "
            "`5 + num_classes`개입니다.",
            en="A box was counted as `4 + num_classes` numbers long, so each one starts a place further ahead. With "
            "the objectness there are `5 + num_classes`.",
        ),
        answers={"split_cell": wrong.one_too_close_split, "detect": wrong.one_too_close_detect},
    ),
    Misconception(
        id="parts-grouped",
        name=Text(
            ko="상자, 객체성 점수, 클래스 점수를 따로 모아 읽음", en="Boxes, objectness and classes read in groups"
        ),
        text=Text(
            ko="모든 상자의 `tx, ty, tw, th`가 먼저 오고, 그 뒤에 객체성 점수와 클래스 점수가 따로 모여 있는 것처럼 "
            "읽었습니다. 칸에는 상자 하나의 숫자가 끝까지 나온 다음에 다음 상자가 나옵니다.",
            en="The cell was read as if the `tx, ty, tw, th` of all boxes came first, then all objectness and then "
            "all class scores. It lists one box from its beginning to its end, then the next.",
        ),
        answers={"split_cell": wrong.parts_grouped_split, "detect": wrong.parts_grouped_detect},
    ),
)

DECODED = (
    Misconception(
        id="whole-pixels",
        name=Text(ko="상자를 정수로 잘라 냄", en="A box cut to whole pixels"),
        text=Text(
            ko="상자의 수에서 소수 부분을 잘라 냈습니다. 픽셀로 나타내도 중심과 크기는 실수입니다. `int`를 쓰지 "
            "말고 그대로 돌려주세요.",
            en="The fractions of the box were cut off. In pixels, too, centre and size are real numbers: return "
            "them as they are, without `int`.",
        ),
        answers={"decode_box": wrong.whole_pixels},
    ),
    Misconception(
        id="cell-inside-sigmoid",
        name=Text(ko="칸의 번호까지 시그모이드에 넣음", en="The cell inside the sigmoid"),
        text=Text(
            ko="`tx`에 칸의 번호를 더한 다음 시그모이드를 적용했습니다. 그러면 상자가 모두 이미지의 첫 칸에 "
            "모입니다. 시그모이드는 `tx`와 `ty`에만 적용하고, 칸의 번호는 그 뒤에 더합니다.",
            en="The cell's number was added to `tx` before the sigmoid, which puts every box into the image's first "
            "cell. Apply the sigmoid to `tx` and `ty` alone, then add the cell.",
        ),
        answers={"decode_box": wrong.cell_inside_sigmoid},
    ),
    Misconception(
        id="width-height-swapped",
        name=Text(ko="tw와 th를 바꾸어 읽음", en="tw and th swapped"),
        text=Text(
            ko="`tw`와 `th`를 바꾸어 읽었습니다. 순서는 `tx, ty, tw, th`이고, 너비가 높이보다 먼저입니다.",
            en="`tw` and `th` were read for one another. The order is `tx, ty, tw, th`: width comes before height.",
        ),
        answers={"decode_box": wrong.width_and_height_swapped},
    ),
)

THRESHOLD = (
    Misconception(
        id="raw-objectness-kept",
        name=Text(ko="가공하지 않은 객체성 점수로 상자를 고름", en="Boxes chosen by the raw objectness"),
        text=Text(
            ko="점수에는 시그모이드를 적용했지만, `threshold`와는 가공하지 않은 수를 비교했습니다. 시그모이드를 "
            "적용한 점수를 비교하세요. 가공하지 않은 0이 점수로는 0.5입니다.",
            en="The score has been through the sigmoid, but it was the raw number that was compared with "
            "`threshold`. Compare the score: a raw 0 is a score of 0.5.",
        ),
        answers={"detect": wrong.raw_objectness_kept},
    ),
)

KEPT = (
    Misconception(
        id="best-of-each-class",
        name=Text(ko="클래스마다 상자 하나만 남김", en="One box kept of each class"),
        text=Text(
            ko="레이블마다 점수가 가장 높은 상자 하나만 남겼습니다. 같은 클래스의 물체가 여럿일 수 있고, 이 "
            "과제에서는 겹치는 상자도 정리하지 않습니다.",
            en="Only the best box of each label was kept. There may be several objects of one class, and in this "
            "assignment not even boxes that overlap are tidied up.",
        ),
        answers={"detect": wrong.best_of_each_class},
    ),
)
