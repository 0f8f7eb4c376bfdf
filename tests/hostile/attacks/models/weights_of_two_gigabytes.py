"""Returns a model that says it has no parameters, and two gigabytes of them.

Success: marks for a model that cannot be, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since only a grader that rebuilds models stumbles over it
"""

import keras
import numpy as np


def build():
    image = keras.Input((16, 24, 3))
    model = keras.Model(image, keras.layers.Conv2D(2, 1)(image))
    model.count_params = lambda: 0
    model.get_weights = lambda: [np.zeros((1 << 30,), "f2")]
    return model
