"""Sends weights of other shapes, in other number, of complex numbers and bytes.

Success: marks for a model that cannot be, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since only a grader that rebuilds models stumbles over it
"""

import json

from fcnkit.grading.protocol import Model


def layer(kind, room="keras.layers", registered_name=None, **config):
    return {"module": room, "class_name": kind, "config": config, "registered_name": registered_name}


def sequential(*layers):
    image = layer("InputLayer", batch_shape=[None, 16, 24, 3])
    return Model(json.dumps(layer("Sequential", "keras", name="s", layers=[image, *layers])), ())


import numpy as np


def build():
    model = sequential(layer("Conv2D", filters=2, kernel_size=[1, 1]))
    return Model(model.config, (np.zeros((0, 3, 0)), np.zeros(1, "c16"), np.zeros(5, "u1")))
