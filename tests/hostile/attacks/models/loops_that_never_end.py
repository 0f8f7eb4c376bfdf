"""Returns a model whose graph holds loops without an end.

Success: marks for a model that cannot be, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since only a grader that rebuilds models stumbles over it
"""

import keras


def build():
    image = keras.Input((16, 24, 3))
    output = keras.ops.while_loop(lambda x: True, lambda x: x, (image,))
    return keras.Model(image, output[0])
