"""Another honest way: each window's sum is what two cumulative sums differ by."""

import numpy as np


def moving_average(x, width):
    sums = np.concatenate([[0.0], np.cumsum(x, dtype=float)])
    return (sums[width:] - sums[:-width]) / width
