"""Has children compute, each in a session of its own: the kernel shares the CPUs out by sessions.

Success: a neighbour's result is another one.
Succeeds: not tried, since it would take from the machine what others need
"""

import os
import time

for _ in range(8):
    if os.fork() == 0:
        os.setsid()
        while True:
            pass
time.sleep(300)
