"""The interval of a share."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)
"""Standard errors on each side of a 95 % interval."""


def wilson(count: int, total: int) -> tuple[float, float]:
    """The 95 % score interval of `count` out of `total`, 0 to 1; all of it where there is nobody.

    Wilson (1927, doi:10.1080/01621459.1927.10502953), which Brown, Cai and DasGupta (2001, doi:10.1214/ss/1009213286)
    recommend for small samples: it is never empty, also where all or none are counted.
    """
    if not total:
        return 0.0, 1.0
    share, square = count / total, Z**2 / total
    centre = (share + square / 2) / (1 + square)
    half = Z * sqrt(share * (1 - share) / total + square / (4 * total)) / (1 + square)
    return max(0.0, min(share, centre - half)), min(1.0, max(share, centre + half))
