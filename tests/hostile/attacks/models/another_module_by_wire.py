"""Sends a configuration that names Python's own modules instead of Keras' layers.

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
    run = layer("system", "os", command="touch left-by-x")
    return sequential(run, layer("Popen", "subprocess", args=["true"]), layer("import_module", "importlib", name="antigravity"))
