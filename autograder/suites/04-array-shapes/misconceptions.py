"""All misconceptions of this assignment. Where two explain a mistake equally well, the earlier one is named."""

from __future__ import annotations

from fcnkit.suite import Misconception

from .misconceptions_batches import ARRAYS, FILLING
from .misconceptions_kinds import KINDS
from .misconceptions_predictions import EXPRESSIONS
from .misconceptions_shapes import SHAPES
from .misconceptions_video import VIDEO

MISCONCEPTIONS: tuple[Misconception, ...] = (*SHAPES, *VIDEO, *ARRAYS, *FILLING, *EXPRESSIONS, *KINDS)
