"""All misconceptions of this assignment. Where two explain a mistake equally well, the earlier one is named."""

from __future__ import annotations

from fcnkit.suite import Misconception

from .misconceptions_matrix import BILINEAR, MATRIX
from .misconceptions_more import MORE
from .misconceptions_pictures import PICTURES
from .misconceptions_sizes import PLACES, SIZES
from .misconceptions_slips import SLIPS
from .misconceptions_squares import SQUARES
from .misconceptions_stamps import CHANNELS, STAMPS

MISCONCEPTIONS: tuple[Misconception, ...] = (
    *SIZES,
    *PLACES,
    *SQUARES,
    *STAMPS,
    *CHANNELS,
    *MATRIX,
    *BILINEAR,
    *PICTURES,
    *SLIPS,
    *MORE,
)
