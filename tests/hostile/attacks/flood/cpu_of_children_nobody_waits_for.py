"""Has one child after another compute, and the kernel forget each of them when it ends.

Success: they have computed for four times as long as a cell may.
Succeeds: not tried, since it would take from the machine what others need
"""

import os
import signal
import time

signal.signal(signal.SIGCHLD, signal.SIG_IGN)
reading, writing = os.pipe()
used = 0.0
while used < 2:
    if os.fork() == 0:
        while time.process_time() < 0.04:
            pass
        os.write(writing, b"x")
        os._exit(0)
    os.read(reading, 1)
    used += 0.04
claim(f"computed for {used:.1f} s")
