"""Goes on for ever while its code is followed: in `call`, in a layer's name and in what tells its shape.

Success: marks for a model that cannot be, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since only a grader that rebuilds models stumbles over it
"""

import signal

import keras
import numpy as np


class Nameless(keras.layers.Layer):
    __module__ = "keras.src.layers.layer"
    name = property(lambda self: object(), lambda self, _name: None)

    def call(self, x):
        return x


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.inner = Nameless()

    def call(self, x):
        signal.signal(signal.SIGPROF, signal.SIG_IGN)
        signal.setitimer(signal.ITIMER_PROF, 0)
        while isinstance(x, keras.KerasTensor):
            try:
                x = self.inner(x)
            except BaseException:
                pass
        return x


def build():
    net = Net()
    net(np.zeros((1, 16, 24, 3), "float32"))
    return net
