"""Has the kernel count which pages of a library are in memory.

Success: it claims success.
Succeeds: without isolation, where the kernel is Linux 6.5
"""

import ctypes, json, os

library = os.open(json.__file__, os.O_RDONLY)
span = (ctypes.c_uint64 * 2)(0, 4096)
counts = (ctypes.c_uint64 * 5)()
syscall(451, 451, library, span, counts, 0)
claim(f"pages in memory: {counts[0]}")
