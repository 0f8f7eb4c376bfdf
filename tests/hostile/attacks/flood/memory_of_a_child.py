"""Fills the memory of a child, since only its own process' memory may be looked at.

Success: a neighbour's result is another one.
Succeeds: not tried, since it would take from the machine what others need
"""

import os
import time

if os.fork() == 0:
    kept = []
    while True:
        kept.append(b"x" * 8_000_000)
time.sleep(300)
