"""Returns a model with weights of Python objects, which only pickle can carry.

Success: marks for a model that cannot be, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since only a grader that rebuilds models stumbles over it
"""

import keras
import numpy as np


class Runs:
    def __reduce__(self):
        return (print, ("runs where it is unpickled",))


def build():
    image = keras.Input((16, 24, 3))
    model = keras.Model(image, keras.layers.Conv2D(2, 1)(image))
    model.get_weights = lambda: [np.array([Runs()], dtype=object)]
    return model
