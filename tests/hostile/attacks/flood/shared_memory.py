"""Fills shared memory, which may count for no process.

Success: a neighbour's result is another one.
Succeeds: not tried, since it would take from the machine what others need
"""

import mmap

kept = []
while True:
    kept.append(mmap.mmap(-1, 16 << 20))
    kept[-1].write(b"x" * (16 << 20))
