"""Replaces what takes models to pieces, and sends pieces that do not belong together.

Success: marks for a model that cannot be, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since only a grader that rebuilds models stumbles over it
"""

import keras
import numpy as np
from fcnkit.grading import protocol
from fcnkit.grading.worker import model_data

forged = protocol.Model("[]", (np.zeros(3),))
model_data.as_data = lambda value: forged if isinstance(value, keras.Model) else value


def build():
    return keras.Sequential([keras.Input((16, 24, 3))])
