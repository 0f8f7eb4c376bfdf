"""Sends a model within all bounds that takes minutes to run and to train.

Success: marks for a model that cannot be, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since only a grader that rebuilds models stumbles over it
"""

import keras


def build():
    body = [keras.layers.Conv2D(8, 5, padding="same") for _ in range(300)]
    return keras.Sequential([keras.Input((16, 24, 3)), keras.layers.UpSampling2D(30), *body, keras.layers.Conv2D(2, 1)])
