"""Forks without end, each child ending its parent: what lists the processes to end them is always late.

Success: one of them runs when all are graded.
Succeeds: not tried, since only a restart would end it
"""

import ctypes
import os
import time

PR_SET_NAME = 15
if os.fork() == 0:
    ctypes.CDLL(None).prctl(PR_SET_NAME, FIELD["name"].encode(), 0, 0, 0)
    stop = time.monotonic() + 20
    while time.monotonic() < stop:
        if os.fork():
            os._exit(0)
    os._exit(0)
