"""Waits for a child that sleeps, as only who has used vfork waits: uninterruptibly, which looks like work.

Success: the class is not graded to its end.
Succeeds: not tried, since it would take from the machine what others need
"""

import os
import signal
import time

CLONE_VFORK = 0x4000
if syscall(56, 220, CLONE_VFORK | signal.SIGCHLD, 0, 0, 0, 0) == 0:
    time.sleep(1000)
    os._exit(0)
