"""Traces a child of its own, to change the system calls that it makes after a filter has looked.

Success: the call works.
Succeeds: without isolation
"""

import os

PTRACE_TRACEME = 0
reading, writing = os.pipe()
if os.fork() == 0:
    try:
        syscall(101, 117, PTRACE_TRACEME, 0, 0, 0)
        os.write(writing, b"traced")
    finally:
        os._exit(0)
os.close(writing)
if os.read(reading, 10):
    claim("traces a child")
raise OSError("may not trace")
