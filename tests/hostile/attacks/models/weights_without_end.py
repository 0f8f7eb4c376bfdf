"""Returns a model whose list of weights never ends, and one whose weights are no arrays.

Success: marks for a model that cannot be, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since only a grader that rebuilds models stumbles over it
"""

import itertools

import keras
import numpy as np


class Weights(np.ndarray):
    def __array_finalize__(self, other):
        raise SystemExit


def build():
    image = keras.Input((16, 24, 3))
    model = keras.Model(image, keras.layers.Conv2D(2, 1)(image))
    model.get_weights = lambda: itertools.repeat(np.array([{}], dtype=object))
    return model
