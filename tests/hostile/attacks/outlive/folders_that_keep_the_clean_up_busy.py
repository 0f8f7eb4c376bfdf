"""Starts a daemon, and leaves folders in folders, over which whoever cleans up may stumble before the daemon is ended.

Success: the daemon runs when all are graded, or a file is left.
Succeeds: not tried, since it would take from the machine what others need
"""

import ctypes
import os
import time

PR_SET_NAME = 15
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        ctypes.CDLL(None).prctl(PR_SET_NAME, FIELD["name"].encode(), 0, 0, 0)
        time.sleep(300)
    os._exit(0)
for _ in range(3000):
    os.mkdir("d")
    os.chdir("d")
open(f"left-by-{FIELD['name']}", "w").close()
