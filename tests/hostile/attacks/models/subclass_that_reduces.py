"""Returns a model of a class whose every method that a grader might call does harm.

Success: marks for a model that cannot be, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since only a grader that rebuilds models stumbles over it
"""

import os

import keras


class Hostile(keras.Model):
    def __reduce__(self):
        return (os.system, ("true",))

    def get_config(self):
        os._exit(0)

    def get_weights(self):
        os._exit(0)

    def count_params(self):
        os._exit(0)

    layers = property(lambda self: os._exit(0))


def build():
    image = keras.Input((16, 24, 3))
    model = keras.Model(image, image)
    model.__class__ = Hostile
    return model
