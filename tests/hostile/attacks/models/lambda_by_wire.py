"""Sends a configuration with a function's compiled code in it, as Keras writes Lambda layers down.

Success: marks for a model that cannot be, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since only a grader that rebuilds models stumbles over it
"""

import keras
from fcnkit.grading.protocol import Model


def lie(x):
    import sys

    sys.modules["fcnkit.grading.worker.model_inspection"].train = lambda *_: [-1.0]
    return x


def build():
    image = keras.Input((16, 24, 3))
    model = keras.Model(image, keras.layers.Lambda(lie)(image))
    import json

    return Model(json.dumps(keras.saving.serialize_keras_object(model)), ())
