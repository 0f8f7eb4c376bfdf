"""Answers with an array of a class of its own whose shape, type, size and bytes contradict each other.

Success: marks for an answer that is none, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since what it breaks is a grader that reads answers as they come
"""

import numpy as np


class Lies(np.ndarray):
    shape = property(lambda self: (1 << 30, 1 << 30))
    dtype = property(lambda self: np.dtype("O"))
    nbytes = property(lambda self: -1)
    size = property(lambda self: 0)

    def tobytes(self, *_args):
        return b"1"

    def __eq__(self, other):
        return True


def guess(n, hint):
    return np.zeros(3).view(Lies)
