"""Waits at a page of a file that all submissions have mapped, for one graded at the same time to wake it.

Success: it claims success.
Succeeds: without isolation
"""

import ctypes, json, os, time

PROT_READ, MAP_SHARED, MAP_PRIVATE, FUTEX_WAIT, FUTEX_WAKE = 1, 1, 2, 0, 1
libc = ctypes.CDLL(None)
libc.mmap.restype = ctypes.c_void_p
library = os.open(json.__file__, os.O_RDONLY)

for kind in (MAP_SHARED, MAP_PRIVATE):
    page = ctypes.c_void_p(libc.mmap(None, ctypes.c_size_t(4096), PROT_READ, kind, library, ctypes.c_long(0)))
    found = ctypes.c_uint32.from_address(page.value).value
    if os.fork() == 0:
        syscall(202, 98, page, FUTEX_WAIT, found, (ctypes.c_long * 2)(1, 0))
        os._exit(0)
    end = time.monotonic() + 0.5
    while time.monotonic() < end:
        if syscall(202, 98, page, FUTEX_WAKE, 1):
            claim("somebody has waited at it")
