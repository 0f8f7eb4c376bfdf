"""Reads a little everywhere in memory that it never writes to, which needs page tables and nothing else.

Success: they take twice the limit of memory.
Succeeds: not tried, since it would take from the machine what others need
"""

import ctypes
import time

import numpy as np

OF_ONE_TABLE = 2 << 20  # bytes of memory
PROT_READ, PRIVATE, ANONYMOUS, NO_RESERVE = 1, 0x2, 0x20, 0x4000
libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long]
size, tables = 1 << 36, 0
while tables * 4096 < 600 << 20:
    start = libc.mmap(None, size, PROT_READ, PRIVATE | ANONYMOUS | NO_RESERVE, -1, 0)
    np.frombuffer((ctypes.c_uint8 * size).from_address(start), np.uint8)[::OF_ONE_TABLE].sum()
    tables += size // OF_ONE_TABLE
time.sleep(2)  # ample for whoever watches
claim(f"has {tables * 4096 >> 20} MiB of page tables")
