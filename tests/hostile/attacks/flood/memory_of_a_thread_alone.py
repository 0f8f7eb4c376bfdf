"""Fills memory in a thread whose process has ended its first one, and with that shows nothing of its memory.

Success: a child of it has more memory than the limit.
Succeeds: not tried, since it would take from the machine what others need
"""

import ctypes
import os
import threading
import time

libc = ctypes.CDLL(None, use_errno=True)
EXIT = 60 if os.uname().machine == "x86_64" else 93
reading, writing = os.pipe()


def fill():
    time.sleep(0.2)
    kept = bytearray(b"x") * (400 << 20)
    time.sleep(2)  # ample for whoever watches
    os.write(writing, b"x" if kept else b"")


if os.fork() == 0:
    threading.Thread(target=fill).start()
    libc.syscall(EXIT, 0)
os.close(writing)
if os.read(reading, 1):
    claim("has 400 MiB of memory")
