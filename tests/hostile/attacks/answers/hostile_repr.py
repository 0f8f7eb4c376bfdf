"""Answers with an object whose `repr` ends the process.

Success: marks for an answer that is none, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since what it breaks is a grader that reads answers as they come
"""

import os


class Bomb:
    def __repr__(self):
        os._exit(0)

    __str__ = __format__ = __repr__


def guess(n, hint):
    return Bomb()


Bomb()
