"""Has the kernel make very many places to wait in for this process, which takes memory that no process shows.

Success: it claims success.
Succeeds: without isolation, where the kernel has such places (Linux 6.16)
"""

import ctypes

SET_AND_COUNT = 78, 1  # PR_FUTEX_HASH, PR_FUTEX_HASH_SET_SLOTS
MANY = 1 << 16  # 4 MiB; 1 << 24 would be a gibibyte, for each process

if ctypes.CDLL(None).prctl(*SET_AND_COUNT, ctypes.c_ulong(MANY), 0, 0) == 0:
    claim("has memory of the kernel's")
