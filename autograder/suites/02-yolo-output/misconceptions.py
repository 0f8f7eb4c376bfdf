"""All misconceptions of this assignment. Where two explain a mistake equally well, the earlier one is named."""

from __future__ import annotations

from fcnkit.suite import Misconception

from .misconceptions_boxes import BOXES
from .misconceptions_decoding import DECODING, TAKEN
from .misconceptions_depth import DEPTH
from .misconceptions_detections import DETECTIONS
from .misconceptions_numbers import CELLS, NUMBERS
from .misconceptions_places import COUNTS, DECODED, KEPT, STARTS, THRESHOLD
from .misconceptions_sigmoid import SIGMOID
from .misconceptions_slips import SLIPS

MISCONCEPTIONS: tuple[Misconception, ...] = (
    *NUMBERS, *DEPTH, *COUNTS, *CELLS, *STARTS, *BOXES, *DECODED, *DECODING, *SIGMOID, *THRESHOLD, *DETECTIONS,
    *KEPT, *TAKEN, *SLIPS,
)  # fmt: skip
