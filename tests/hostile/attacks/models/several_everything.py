"""Sends a model of several inputs and outputs, one of which is its input.

Success: marks for a model that cannot be, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since only a grader that rebuilds models stumbles over it
"""

import keras


def build():
    first, second = keras.Input((16, 24, 3)), keras.Input((16, 24, 3))
    return keras.Model([first, second], {"a": first, "b": second + first})
