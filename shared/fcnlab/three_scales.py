"""Recall by the objects' size at three scales, as measured: a picture of numbers that take minutes to get."""

from __future__ import annotations

from fcnlab.canvas import LABEL, SMALL, Canvas, fitting
from fcnlab.detector import Plan
from fcnlab.palette import FILL, GREY
from fcnlab.picture import Picture
from fcnlab.scene_panel import Panel
from fcnlab.scenes import Scene, draw_scenes
from fcnlab.wording import Lang, say

RECALLS: dict[int, tuple[float, float, float]] = {
    13: (0.23, 0.70, 0.86),
    26: (0.47, 0.71, 0.73),
    52: (0.55, 0.13, 0.02),
}
"""Cells of the grid's side → recall of small, medium and large objects, the mean of three seeds.

Measured by `python examples/experiments/train_detector.py --only scales`.
"""
EXAMPLE = 5
SIDE, GAP = 6.4, 0.5


def recall_by_size(*, lang: Lang) -> Picture:
    """One scene under three grids, and below each the share of small, medium and large objects that was found."""
    title = say(lang, ko="해상도마다 찾은 비율", en="what each scale finds")
    return Picture(title, lambda: _draw(lang))


def example() -> Scene:
    return draw_scenes(EXAMPLE + 1, seed=9, far=True)[EXAMPLE]


def _draw(lang: Lang) -> Canvas:
    canvas = Canvas((SIDE + GAP) * len(RECALLS) + GAP, SIDE + 6.0, lang)
    scene = example()
    sizes = (
        say(lang, ko="작은 물체", en="small"),
        say(lang, ko="중간", en="medium"),
        say(lang, ko="큰 물체", en="large"),
    )
    for place, (cells, recalls) in enumerate(RECALLS.items()):
        left = GAP + place * (SIDE + GAP)
        stride = Plan(cells=cells).stride
        title = say(lang, ko=f"{cells}×{cells}칸 (스트라이드 {stride})", en=f"{cells}×{cells} cells (stride {stride})")
        canvas.text((left + SIDE / 2, 0.7), title, size=fitting(title, LABEL, SIDE))
        panel = Panel(canvas, (left, 1.2), SIDE)
        panel.image(scene.image)
        panel.grid(cells)
        for line, (size, recall) in enumerate(zip(sizes, recalls, strict=True)):
            y = SIDE + 1.7 + 0.9 * line
            canvas.text((left, y + 0.35), size, left=True, size=SMALL)
            canvas.box((left + 2.0, y), (3.2, 0.7), fill="none")
            canvas.box((left + 2.0, y), (max(3.2 * recall, 0.02), 0.7), fill=FILL["output" if line else "kernel"])
            canvas.text((left + 5.8, y + 0.35), f"{100 * recall:.0f} %", size=SMALL)
    note = say(
        lang,
        ko="막대: 물체 가운데 찾은 비율(재현율), 처음 보는 장면 300장. 작은 물체는 16×16픽셀보다 작은 것입니다.",
        en="bars: the share of objects that was found (recall), in 300 new scenes. Small: smaller than 16×16 pixels.",
    )
    canvas.text((GAP, SIDE + 5.2), note, left=True, size=fitting(note, SMALL, 3 * SIDE + 2 * GAP), color=GREY)
    return canvas
