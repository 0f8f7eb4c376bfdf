"""Returns a model whose weights are NaN and infinite.

Success: marks for a model that cannot be, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since only a grader that rebuilds models stumbles over it
"""

import keras
import numpy as np


def build():
    image = keras.Input((16, 24, 3))
    output = keras.layers.Conv2D(2, 1, activation="softmax", kernel_initializer=keras.initializers.Constant(float("nan")))(image)
    model = keras.Model(image, output)
    model.set_weights([np.full((1, 1, 3, 2), -np.inf), np.full(2, np.nan)])
    return model
