"""Sends dtype policies, initializers, regularizers and constraints that name classes of other modules.

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
    foreign = [layer("system", "os", "os.system"), layer("DTypePolicy", "keras.src.saving.serialization_lib", name="x")]
    kinds = ("dtype", "kernel_initializer", "bias_regularizer", "kernel_constraint")
    return sequential(*(layer("Conv2D", filters=2, kernel_size=[1, 1], **{kind: bad}) for kind in kinds for bad in foreign))
