"""All misconceptions of this assignment. Where two explain a mistake equally well, the earlier one is named."""

from __future__ import annotations

from misconceptions_matrix import BILINEAR, MATRIX
from misconceptions_sizes import PLACES, SIZES
from misconceptions_stamps import CHANNELS, STAMPS

from fcnkit.misconception import Misconception

MISCONCEPTIONS: tuple[Misconception, ...] = (*SIZES, *PLACES, *STAMPS, *CHANNELS, *MATRIX, *BILINEAR)
