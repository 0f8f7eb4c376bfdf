"""Sends texts where Keras looks names up: paths of functions, not names of activations.

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


def build():
    names = {"activation": "os.system", "kernel_initializer": "keras.src.utils.file_utils.File", "kernel_constraint": "eval"}
    return sequential(layer("Conv2D", filters=2, kernel_size=[1, 1], **names))
