"""A few photographs of 96×96 grey pixels, free of any rights: README.md beside them says whose they are."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

NAMES = ("bricks", "cat", "photographer", "cup")


@cache
def photo(name: str) -> npt.NDArray[np.float64]:
    """(96, 96), grey values 0..1. Raises ValueError for a name that is none of NAMES."""
    from matplotlib.image import imread  # noqa: PLC0415 - Matplotlib only where somebody looks

    if name not in NAMES:
        raise ValueError(f"there is no photograph {name!r}: {', '.join(NAMES)}")
    return np.asarray(imread(Path(__file__).with_name(f"{name}.png")), dtype=np.float64)
