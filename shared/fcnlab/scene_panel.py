"""A scene on a sheet of squared paper, with grids and boxes over it."""

from __future__ import annotations

from dataclasses import dataclass

from fcnlab.canvas import SMALL, Canvas, Numbers, text_width
from fcnlab.marks import Place
from fcnlab.scenes import SCENE_SIDE
from fcnlab.street import names
from fcnlab.street_objects import Box


@dataclass(frozen=True)
class Panel:
    """Where a scene lies on a canvas: its top left corner and the length of its side, in cells."""

    canvas: Canvas
    at: Place
    side: float

    def image(self, pixels: Numbers) -> None:
        self.canvas.image(self.at, self.side, pixels, (0, 1))

    def grid(self, cells: int) -> None:
        self.canvas.lines(self.at, (self.side, self.side), cells, cells)

    def frame(self, box: Box, *, dashed: bool = False) -> None:
        """A box (cx, cy, w, h) in pixels, as far as it lies within the scene."""
        left, right = (self._within(box[0] + sign * box[2] / 2) for sign in (-1, 1))
        top, bottom = (self._within(box[1] + sign * box[3] / 2) for sign in (-1, 1))
        if right > left and bottom > top:
            size = ((right - left) * self.scale, (bottom - top) * self.scale)
            self.canvas.frame(self.place(left, top), size, dashed=dashed)

    def tag(self, box: Box, text: str) -> None:
        """A text above a box, within the scene."""
        x, y = self.place(box[0] - box[2] / 2, box[1] - box[3] / 2)
        rightmost = self.at[0] + self.side - text_width(text, SMALL) - 0.1
        x, y = min(x + 0.1, rightmost), min(max(y - 0.35, self.at[1] + 0.3), self.at[1] + self.side - 0.3)
        self.canvas.tag((max(x, self.at[0] + 0.1), y), text)

    def place(self, x: float, y: float) -> Place:
        """Where a pixel lies on the sheet."""
        return self.at[0] + x * self.scale, self.at[1] + y * self.scale

    @property
    def scale(self) -> float:
        """The length of a pixel in cells."""
        return self.side / SCENE_SIDE

    def name(self, label: int) -> str:
        known = names(self.canvas.lang)
        return known[label] if 0 <= label < len(known) else str(label)

    @staticmethod
    def _within(pixel: float) -> float:
        return min(max(pixel, 0.0), float(SCENE_SIDE))
