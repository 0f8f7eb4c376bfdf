"""What the trained detector finds in scenes that it has never seen, and how good that is."""

from __future__ import annotations

from collections.abc import Sequence

from fcnlab.boxes import MOST_BOXES
from fcnlab.canvas import LABEL, SMALL, Canvas, fitting
from fcnlab.judging import Detection, Score, matches
from fcnlab.palette import FILL, GREY
from fcnlab.picture import Note, Picture
from fcnlab.scene_panel import Panel
from fcnlab.scenes import Scene
from fcnlab.wording import Lang, say
from fcnlab.yolo_lab import LOW, TrainedYolo, all_found, noted, score_at, tidied

THRESHOLDS = (0.1, 0.3, 0.5, 0.7, 0.9)
SHOWN = 4
"""Scenes that are shown."""
SIDE, GAP = 8.6, 0.6


def found_in_scenes(detector: object, detect: object, *, threshold: float = 0.5, lang: Lang) -> Picture | Note:
    """Four scenes that the detector has never seen, with the boxes that `detect` reads from its output."""

    def picture(yolo: TrainedYolo) -> Picture:
        found = all_found(detect, yolo, threshold, lang)[:SHOWN]
        return Picture(say(lang, ko="찾은 물체", en="what was found"), lambda: _draw_scenes(found, yolo.scenes, lang))

    return noted(detector, picture, lang)


def precision_and_recall(detector: object, detect: object, *, nms: object = None, lang: Lang) -> Picture | Note:
    """How good the detections are at several thresholds, over all held-out scenes; `nms` tidies them up before."""

    def picture(yolo: TrainedYolo) -> Picture:
        found = all_found(detect, yolo, LOW, lang)
        if nms is not None:
            found = [tidied(each, nms, lang) for each in found]
        scores = [score_at(found, yolo.scenes, threshold) for threshold in THRESHOLDS]
        title = say(lang, ko="정밀도와 재현율", en="precision and recall")
        return Picture(title, lambda: _draw_scores(scores, len(yolo.scenes), lang))

    return noted(detector, picture, lang)


def _draw_scenes(found: Sequence[Sequence[Detection]], scenes: Sequence[Scene], lang: Lang) -> Canvas:
    canvas = Canvas(2 * SIDE + 3 * GAP, 2 * SIDE + 3 * GAP + 1.2, lang)
    for number, (detections, scene) in enumerate(zip(found, scenes, strict=False)):
        row, column = divmod(number, 2)
        panel = Panel(canvas, (GAP + column * (SIDE + GAP), GAP + row * (SIDE + GAP)), SIDE)
        draw_detections(panel, scene, detections)
    note = say(
        lang,
        ko="실선: 물체를 맞게 찾은 상자, 점선: 틀리거나 겹친 상자",
        en="solid: a box that found an object; dashed: one that is wrong, or found it again",
    )
    canvas.text((GAP, 2 * SIDE + 2 * GAP + 0.8), note, left=True, size=SMALL, color=GREY)
    return canvas


def draw_detections(panel: Panel, scene: Scene, found: Sequence[Detection]) -> None:
    """Boxes over a scene, the wrong ones dashed."""
    panel.image(scene.image)
    shown = found[:MOST_BOXES]
    for (label, score, box), thing in zip(shown, matches(shown, scene.things), strict=True):
        panel.frame(box, dashed=thing is None)
        panel.tag(box, f"{panel.name(label)} {score:.2f}")


def _draw_scores(scores: Sequence[Score], count: int, lang: Lang) -> Canvas:
    canvas = Canvas(18.6, 2.6 + 1.1 * len(scores), lang)
    columns = (
        (1.6, say(lang, ko="기준", en="threshold")),
        (4.4, say(lang, ko="맞음", en="right")),
        (6.8, say(lang, ko="틀림", en="wrong")),
        (9.2, say(lang, ko="놓침", en="missed")),
        (11.9, say(lang, ko="정밀도", en="precision")),
        (14.6, say(lang, ko="재현율", en="recall")),
        (17.2, "F1"),
    )
    for x, name in columns:
        canvas.text((x, 0.7), name, size=fitting(name, LABEL, 2.5))
    for line, (threshold, score) in enumerate(zip(THRESHOLDS, scores, strict=True)):
        y = 1.9 + 1.1 * line
        for (x, _), text in zip(
            columns, (f"{threshold:g}", str(score.right), str(score.wrong), str(score.missed)), strict=False
        ):
            canvas.text((x, y), text)
        for (x, _), share in zip(columns[4:], (score.precision, score.recall, score.f1), strict=True):
            canvas.box((x - 1.15, y - 0.4), (2.3 * share, 0.8), fill=FILL["output"])
            canvas.text((x, y), f"{share:.2f}")
    note = say(lang, ko=f"처음 보는 장면 {count}장", en=f"{count} scenes that it has never seen")
    canvas.text((0.5, 2.0 + 1.1 * len(scores)), note, left=True, size=SMALL, color=GREY)
    return canvas
