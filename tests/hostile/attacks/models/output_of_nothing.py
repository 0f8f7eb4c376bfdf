"""Sends a model whose output has no numbers in it.

Success: marks for a model that cannot be, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since only a grader that rebuilds models stumbles over it
"""

import keras


def build():
    image = keras.Input((16, 24, 3))
    return keras.Model(image, image[:, :0])
