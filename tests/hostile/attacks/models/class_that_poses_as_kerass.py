"""Returns a model of a class that says it comes from Keras, under the name of one of Keras' own.

Success: marks for a model that cannot be, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since only a grader that rebuilds models stumbles over it
"""

import keras


class Conv2D(keras.layers.Layer):
    def call(self, x):
        return x


Conv2D.__module__ = "keras.src.layers.convolutional.conv2d"


def build():
    image = keras.Input((16, 24, 3))
    return keras.Model(image, Conv2D()(image))
