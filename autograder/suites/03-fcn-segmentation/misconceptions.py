"""All misconceptions of this assignment. Where two explain a mistake equally well, the earlier one is named."""

from __future__ import annotations

from misconceptions_files import FILES
from misconceptions_masks import MASKS, OVERLAPS
from misconceptions_models import MODELS, STRIDES

from fcnkit.misconception import Misconception

MISCONCEPTIONS: tuple[Misconception, ...] = (*FILES, *STRIDES, *MODELS, *MASKS, *OVERLAPS)
