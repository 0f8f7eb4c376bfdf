"""Sends compiled code as an activation, and as one of the graph's arguments.

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


LIE = "import sys; sys.modules['fcnkit.grading.worker.model_inspection'].train = lambda *_: [-1.0]"

def build():
    code = {"class_name": "__lambda__", "config": {"value": "4wAAAAAAAAAA", "defaults": None, "closure": None}}
    return sequential(layer("Conv2D", filters=2, kernel_size=[1, 1], activation=code))
