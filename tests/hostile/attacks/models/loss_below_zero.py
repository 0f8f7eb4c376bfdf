"""Sends a model whose regularizers pay for weights instead of charging for them.

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
    pays = layer("OrthogonalRegularizer", "keras.regularizers", factor=-1e6)
    pays_too = layer("L2", "keras.regularizers", l2=-1e6)
    return sequential(*(layer("Conv2D", filters=2, kernel_size=[1, 1], kernel_regularizer=each) for each in (pays_too, pays)))
