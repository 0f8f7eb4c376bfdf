"""Forks as often as it can, and each child does so, too.

Success: a neighbour's result is another one, or a child runs when all are graded.
Succeeds: not tried, since it would take from the machine what others need
"""

import ctypes
import os
import time

PR_SET_NAME = 15
ctypes.CDLL(None).prctl(PR_SET_NAME, FIELD["name"].encode(), 0, 0, 0)
stop = time.monotonic() + 0.5
while time.monotonic() < stop:
    try:
        os.fork()
    except OSError:
        time.sleep(0.05)
