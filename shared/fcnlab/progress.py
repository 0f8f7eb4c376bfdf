"""The loss while a model trains, redrawn after each epoch where somebody is looking."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from typing import Any

from fcnlab.canvas import SMALL, Canvas
from fcnlab.palette import GREY
from fcnlab.picture import Note, Picture
from fcnlab.wording import Lang, say

WIDTH, HEIGHT = 18.0, 7.0
"""Size of the plot, in cells."""
MOST_LINES = 8
"""Above 0, with their numbers beside them."""
PAUSE = 0.5
"""Least seconds between two drawings: training is to be watched, not held up."""


class LossPlot:
    """What Keras calls at the end of each epoch: `keras.callbacks.LambdaCallback(on_epoch_end=plot)`."""

    def __init__(self, epochs: int, *, lang: Lang) -> None:
        self.losses: list[float] = []
        self._epochs = epochs
        self._lang: Lang = lang
        self._place = place_to_draw()
        self._drawn = -math.inf

    def __call__(self, epoch: int, logs: Mapping[str, float]) -> None:
        """Note the epoch's loss, and draw the curve anew where that has not just been done."""
        self.losses.append(float(logs["loss"]))
        last = epoch + 1 == self._epochs
        if self._place is not None and (last or time.monotonic() - self._drawn > PAUSE):
            self._place.update(loss_curve(self.losses, epochs=self._epochs, lang=self._lang))
            self._drawn = time.monotonic()


def loss_curve(losses: list[float], *, epochs: int, lang: Lang) -> Picture:
    """Losses, one an epoch, as a curve over `epochs` epochs."""
    values = list(losses)
    return Picture(say(lang, ko="손실", en="loss"), lambda: _draw(values, epochs, lang))


def place_to_draw() -> Any:
    """A place in the notebook's output that can be drawn anew; None where nobody looks: in a script, in grading."""
    try:
        from IPython.core.getipython import get_ipython  # noqa: PLC0415 - there in a notebook alone
        from IPython.display import display  # noqa: PLC0415 - as above
    except ImportError:
        return None
    if getattr(get_ipython(), "kernel", None) is None:
        return None
    return display(Note("…"), display_id=True)  # type: ignore[no-untyped-call]  # IPython is annotated in part


def _draw(losses: list[float], epochs: int, lang: Lang) -> Canvas:
    left, top = 2.2, 1.2
    canvas = Canvas(left + WIDTH + 1.0, top + HEIGHT + 1.6, lang)
    finite = [loss for loss in losses if math.isfinite(loss)]
    highest, step = max(finite, default=1), 0.5
    while highest / step > MOST_LINES:
        step *= 2
    steps = max(math.ceil(highest / step), 1)
    ceiling = steps * step
    canvas.text((left, 0.6), _title(losses, epochs, lang), left=True)
    for tick in range(steps + 1):
        y = top + HEIGHT * (1 - tick / steps)
        canvas.text((left - 0.8, y), f"{tick * step:g}", size=SMALL, color=GREY)
        canvas.curve([(left, y), (left + WIDTH, y)], strong=False)
    canvas.text((left, top + HEIGHT + 0.6), "0", size=SMALL, color=GREY)
    canvas.text((left + WIDTH, top + HEIGHT + 0.6), str(epochs), size=SMALL, color=GREY)
    canvas.text((left + WIDTH / 2, top + HEIGHT + 0.8), say(lang, ko="에포크", en="epoch"), color=GREY)
    places = [
        (left + WIDTH * (epoch + 1) / epochs, top + HEIGHT * (1 - loss / ceiling))
        for epoch, loss in enumerate(losses)
        if math.isfinite(loss)
    ]
    if places:
        canvas.curve(places, strong=True)
        canvas.dot(places[-1])
    return canvas


def _title(losses: list[float], epochs: int, lang: Lang) -> str:
    last = f"{losses[-1]:.3f}" if losses else "–"
    return say(
        lang, ko=f"손실 {last} (에포크 {len(losses)}/{epochs})", en=f"loss {last} (epoch {len(losses)} of {epochs})"
    )
