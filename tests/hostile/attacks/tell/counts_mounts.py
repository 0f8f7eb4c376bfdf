"""Asks for the number of a mount, which counts all that there have ever been: each process of a submission has some.

Success: it claims success.
Succeeds: without isolation
"""

import ctypes

STATX_MNT_ID_UNIQUE, STATX_MNT_ID, HERE = 0x4000, 0x1000, -100
found = ctypes.create_string_buffer(256)
for what in (STATX_MNT_ID_UNIQUE, STATX_MNT_ID):  # older kernels have only the latter, and use it again
    syscall(332, 291, HERE, ctypes.c_char_p(b"."), 0, what, found)
    if int.from_bytes(found.raw[:4], "little") & what:
        claim(f"mount {int.from_bytes(found.raw[144:152], 'little')}")
