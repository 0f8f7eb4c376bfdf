"""Returns a model whose configuration holds itself.

Success: marks for a model that cannot be, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since only a grader that rebuilds models stumbles over it
"""

import keras


def build():
    image = keras.Input((16, 24, 3))
    layer = keras.layers.Conv2D(2, 1)
    model = keras.Model(image, layer(image))
    config = {"name": "x"}
    config["config"] = config
    layer.get_config = lambda: config
    return model
