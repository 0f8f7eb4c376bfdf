"""Returns a model whose layers write down other configurations than they have.

Success: marks for a model that cannot be, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since only a grader that rebuilds models stumbles over it
"""

import keras


def build():
    image = keras.Input((16, 24, 3))
    layer = keras.layers.Conv2D(2, 1, padding="same")
    model = keras.Model(image, layer(image))
    layer.get_config = lambda: {"name": "x", "filters": -5, "kernel_size": "everything", "strides": [0, 0]}
    return model
