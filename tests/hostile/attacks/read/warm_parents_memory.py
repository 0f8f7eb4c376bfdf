"""Reads the memory of the process that it was forked from, and of that one's parent.

Success: it reads some of it.
Succeeds: in a grader of one process
"""

import os

pid = os.getppid() or 1
for _ in range(2):
    with open(f"/proc/{pid}/maps") as maps:
        start = int(next(maps).split("-")[0], 16)
    with open(f"/proc/{pid}/mem", "rb") as memory:
        memory.seek(start)
        claim(memory.read(16))
