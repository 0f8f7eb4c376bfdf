"""Misconceptions about which boxes count, what they are called and in which order they come."""

from __future__ import annotations

from fcnkit.suite import Misconception, Text

from . import wrong_answers as wrong
from . import wrong_answers_cells as cells
from . import wrong_answers_decoding as decoding

DETECTIONS = (
    Misconception(
        id="threshold-included",
        name=Text(ko="기준과 같은 점수도 남김", en="A score equal to the threshold kept"),
        text=Text(
            ko="점수가 기준과 똑같은 상자도 남았습니다. 기준을 넘을 때만 남기므로 `>=`가 아니라 `>`입니다.",
            en="A box whose score equals the threshold was kept. Only those above it count: `>`, not `>=`.",
        ),
        answers={"detect": wrong.threshold_included},
    ),
    Misconception(
        id="raw-objectness",
        name=Text(
            ko="시그모이드 없이 객체성 점수를 기준과 비교함", en="The raw objectness compared with the threshold"
        ),
        text=Text(
            ko="객체성 점수를 가공하지 않고 그대로 점수로 썼습니다. 신경망이 내놓은 값은 0과 1 사이가 아닙니다. "
            "시그모이드를 적용한 값이 점수이고, 그것을 기준과 비교합니다. 가공하지 않은 값 0이 점수로는 0.5입니다.",
            en="The objectness was used as a score as it stands, but raw numbers do not lie between 0 and 1. Its "
            "sigmoid is the score, and that is compared with the threshold: a raw 0 is a score of 0.5.",
        ),
        answers={"detect": wrong.raw_objectness},
    ),
    Misconception(
        id="class-score-multiplied",
        name=Text(ko="점수에 클래스 점수를 곱함", en="The class score multiplied into the score"),
        text=Text(
            ko="객체성 점수에 클래스 점수를 곱했습니다. 원래의 YOLOv3도 그렇게 하지만, 이 과제의 점수는 "
            "객체성 점수의 시그모이드뿐입니다. 클래스 점수는 레이블을 고를 때만 씁니다.",
            en="The objectness was multiplied by a class score. The original YOLOv3 does so, too; in this "
            "assignment the score is the sigmoid of the objectness alone, and class scores only choose the label.",
        ),
        answers={"detect": wrong.class_score_multiplied},
        variants={
            "detect": (
                decoding.softmax_multiplied,
                decoding.softmax_multiplied_afterwards,
                decoding.sigmoid_multiplied_afterwards,
            )
        },
    ),
    Misconception(
        id="class-score-decides",
        name=Text(ko="객체성 점수 대신 클래스 점수를 씀", en="A class score in place of the objectness"),
        text=Text(
            ko="점수로 가장 큰 클래스 점수의 시그모이드를 썼습니다. 클래스 점수는 무엇인지를, 객체성 점수는 물체가 "
            "있는지를 말합니다. 상자를 남길지는 객체성 점수로 정합니다.",
            en="The sigmoid of the largest class score was used as the score. Class scores say what it is; the "
            "objectness says whether anything is there, and decides whether a box is kept.",
        ),
        answers={"detect": cells.class_score_decides},
    ),
    Misconception(
        id="kept-by-class-score",
        name=Text(ko="클래스 점수로 상자를 남김", en="Boxes kept by their class score"),
        text=Text(
            ko="기준과 비교한 것이 객체성 점수가 아니라 클래스 점수입니다. 돌려준 점수는 맞지만, 남길 상자도 그 점수, "
            "곧 객체성 점수의 시그모이드로 골라야 합니다.",
            en="What was compared with the threshold is a class score, not the objectness. The scores that came back "
            "are right; the boxes to keep are chosen by them, too: by the sigmoid of the objectness.",
        ),
        answers={"detect": cells.kept_by_class_score},
    ),
    Misconception(
        id="grid-taken-for-square",
        name=Text(ko="격자를 정사각형으로 여김", en="The grid taken for a square"),
        text=Text(
            ko="행의 수를 열의 수로도 쓴 것 같습니다. 행과 열의 수는 다를 수 있으니 `rows, cols = "
            "prediction.shape[:2]`처럼 따로 꺼내 쓰세요.",
            en="The number of rows seems to have been used for the columns, too. They may differ: take both, as in "
            "`rows, cols = prediction.shape[:2]`.",
        ),
        answers={"detect": cells.grid_taken_for_square},
        on_paper=False,
    ),
    Misconception(
        id="overlapping-dropped",
        name=Text(ko="겹치는 상자를 정리함(비최대 억제)", en="Overlapping boxes tidied up (non-maximum suppression)"),
        text=Text(
            ko="많이 겹치는 상자 가운데 점수가 높은 것만 남긴 것 같습니다. 실제 프로그램은 그렇게 정리하지만(비최대 "
            "억제), 이 과제에서는 하지 않습니다. 점수가 기준을 넘는 상자는 겹치더라도 모두 돌려주세요.",
            en="Of boxes that overlap, only the best seem to have been kept. Real programs tidy up like that "
            "(non-maximum suppression); this assignment does not. Every box whose score is above the threshold comes "
            "back, overlapping or not.",
        ),
        answers={"detect": wrong.overlapping_dropped},
    ),
    Misconception(
        id="best-box-of-the-cell",
        name=Text(ko="칸마다 상자를 하나만 남김", en="One box kept in each cell"),
        text=Text(
            ko="칸마다 점수가 가장 높은 상자 하나만 남긴 것 같습니다. 한 칸에 물체가 둘 있을 수 있어서 상자가 "
            "여럿입니다. 점수가 기준을 넘는 상자는 같은 칸에 있더라도 모두 돌려주세요.",
            en="Of the boxes of a cell, only the best seems to have been kept. A cell has several boxes since two "
            "objects may lie in it: every box whose score is above the threshold comes back.",
        ),
        answers={"detect": cells.best_box_of_the_cell},
    ),
    Misconception(
        id="labels-from-one",
        name=Text(ko="레이블을 1부터 셈", en="Labels counted from 1"),
        text=Text(
            ko="레이블이 모두 하나씩 큽니다. 첫 번째 클래스의 번호는 0입니다. `np.argmax`의 결과를 그대로 쓰면 됩니다.",
            en="Every label is one too large. The first class has the number 0, just as `np.argmax` gives it.",
        ),
        answers={"detect": wrong.labels_from_one},
    ),
    Misconception(
        id="objectness-among-classes",
        name=Text(ko="객체성 점수까지 넣어 레이블을 고름", en="The objectness among the class scores"),
        text=Text(
            ko="가장 큰 값을 찾을 때 객체성 점수까지 넣었습니다. 그러면 레이블이 하나씩 밀리고, 객체성 점수가 가장 "
            "클 때는 언제나 0이 됩니다. 클래스 점수만 잘라서 비교하세요.",
            en="The largest value was looked for with the objectness among the class scores. Labels then move up by "
            "one, and where the objectness is largest, the label is always 0. Look at the class scores alone.",
        ),
        answers={"detect": wrong.objectness_among_classes},
    ),
    Misconception(
        id="first-class-cut-off",
        name=Text(ko="첫 번째 클래스의 점수를 빠뜨림", en="The first class score cut off"),
        text=Text(
            ko="클래스 점수를 한 칸 늦게 잘라서 첫 번째 클래스가 빠졌습니다. 그래서 레이블이 하나씩 작고, 첫 번째 "
            "클래스는 고를 수 없습니다. 상자의 숫자 다섯 개 바로 뒤, 곧 `[5:]`부터가 클래스 점수입니다.",
            en="The class scores were cut one place too late, without the first class. So labels are one too small, "
            "and the first class can never be chosen. The scores begin right after the five numbers of the box, at "
            "`[5:]`.",
        ),
        answers={"detect": wrong.first_class_cut_off},
    ),
    Misconception(
        id="not-sorted",
        name=Text(ko="점수 순으로 정렬하지 않음", en="Not sorted by score"),
        text=Text(
            ko="찾은 것은 맞지만 칸의 순서대로 나옵니다. 점수가 높은 순으로 정렬하세요.",
            en="The right boxes were found, but they come in the order of the cells. Sort them so that the best score "
            "comes first.",
        ),
        answers={"detect": wrong.not_sorted},
    ),
    Misconception(
        id="sorted-by-label",
        name=Text(ko="점수가 아니라 레이블 순으로 정렬함", en="Sorted by label, not by score"),
        text=Text(
            ko="레이블이 작은 것부터 나옵니다. 튜플을 그대로 정렬하면 첫 번째 값인 레이블부터 비교합니다. 점수로 "
            "정렬하려면 `key=lambda found: found[1]`처럼 무엇으로 비교할지 정해 주고, 높은 것이 먼저 오게 하세요.",
            en="The smallest label comes first. Tuples are compared by their first entries, which are the labels. To "
            "sort by score, say so with `key=lambda found: found[1]`, and let the highest come first.",
        ),
        answers={"detect": wrong.sorted_by_label},
    ),
    Misconception(
        id="sorted-by-label-downwards",
        name=Text(ko="점수가 아니라 레이블의 역순으로 정렬함", en="Sorted by label, largest first, not by score"),
        text=Text(
            ko="레이블이 큰 것부터 나옵니다. `reverse=True`만 주고 튜플을 그대로 정렬하면 첫 번째 값인 레이블부터 "
            "비교합니다. 점수로 정렬하려면 `key=lambda found: found[1]`도 함께 써 주세요.",
            en="The largest label comes first. With `reverse=True` alone, tuples are still compared by their first "
            "entries, which are the labels. To sort by score, give `key=lambda found: found[1]` as well.",
        ),
        answers={"detect": wrong.sorted_by_label_downwards},
    ),
)
