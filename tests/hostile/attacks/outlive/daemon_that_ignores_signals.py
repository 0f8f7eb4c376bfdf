"""Starts a process that ignores every signal it can, and is nobody's child.

Success: it runs when all are graded.
Succeeds: in a grader of one process
"""

import ctypes
import os
import signal
import time

PR_SET_NAME = 15
if os.fork() == 0:
    for number in range(1, 65):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    os.setsid()
    if os.fork() == 0:
        ctypes.CDLL(None).prctl(PR_SET_NAME, FIELD["name"].encode(), 0, 0, 0)
        while True:
            time.sleep(60)
    os._exit(0)
