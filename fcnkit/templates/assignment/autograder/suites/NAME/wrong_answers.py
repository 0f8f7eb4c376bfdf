"""What somebody would write who holds a misconception. `fcnkit verify` puts this file into a notebook as it stands."""

import numpy as np


def not_divided(x, width):
    return np.convolve(x, np.ones(width), "valid")
