"""Boxes that overlap on one object, before and after non-maximum suppression."""

from __future__ import annotations

import numpy as np

from fcnlab.canvas import LABEL, Canvas, fitting
from fcnlab.judging import Detection
from fcnlab.picture import Note, Picture
from fcnlab.scene_panel import Panel
from fcnlab.scenes import Scene, Thing, draw_scene
from fcnlab.street_objects import CAR, PERSON
from fcnlab.wording import Lang, say
from fcnlab.yolo_lab import Missing, tidied
from fcnlab.yolo_pictures import draw_detections

SIDE, GAP = 8.6, 0.6


def suppressed(nms: object, *, lang: Lang) -> Picture | Note:
    """A scene in which each object was found several times, and what `nms` leaves of that."""
    scene, found = _scene()
    try:
        kept = tidied(found, nms, lang)
    except Missing as missing:
        return Note(str(missing))
    return Picture(say(lang, ko="비최대 억제", en="non-maximum suppression"), lambda: _draw(scene, found, kept, lang))


def _scene() -> tuple[Scene, list[Detection]]:
    things = (
        Thing(CAR, (66.0, 131.0, 88.0, 52.0)),
        Thing(PERSON, (146.0, 124.0, 21.0, 62.0)),
        Thing(PERSON, (168.0, 126.0, 22.0, 66.0)),
    )
    rng = np.random.default_rng(3)
    found = []
    for thing in things:
        for score in (0.96, 0.83, 0.71):
            cx, cy, width, height = thing.box
            dx, dy, dw, dh = rng.normal(0, 0.07 if score < 0.9 else 0.01, 4)
            found.append((thing.label, score, (cx + dx * width, cy + dy * height, width * (1 + dw), height * (1 + dh))))
    return draw_scene(things, horizon=90), found


def _draw(scene: Scene, found: list[Detection], kept: list[Detection], lang: Lang) -> Canvas:
    canvas = Canvas(2 * SIDE + 3 * GAP, SIDE + 2 * GAP + 1.0, lang)
    titles = (
        say(lang, ko=f"정리하기 전: 상자 {len(found)}개", en=f"before: {len(found)} boxes"),
        say(lang, ko=f"정리한 뒤: 상자 {len(kept)}개", en=f"after: {len(kept)} boxes"),
    )
    for place, (title, detections) in enumerate(zip(titles, (found, kept), strict=True)):
        panel = Panel(canvas, (GAP + place * (SIDE + GAP), 1.3), SIDE)
        canvas.text((panel.at[0] + SIDE / 2, 0.7), title, size=fitting(title, LABEL, SIDE))
        draw_detections(panel, scene, detections)
    return canvas
