"""All misconceptions of this assignment. Where two explain a mistake equally well, the earlier one is named."""

from __future__ import annotations

from fcnkit.suite import Misconception

from .misconceptions_files import FILES
from .misconceptions_masks import MASKS
from .misconceptions_models import MODELS
from .misconceptions_outputs import OUTPUTS
from .misconceptions_overlaps import OVERLAPS
from .misconceptions_strides import STRIDES

MISCONCEPTIONS: tuple[Misconception, ...] = (*FILES, *STRIDES, *MODELS, *OUTPUTS, *MASKS, *OVERLAPS)
