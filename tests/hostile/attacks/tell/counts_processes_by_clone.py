"""Has a child begun with such a descriptor, which is another call.

Success: it claims success.
Succeeds: without isolation
"""

import ctypes, os

CLONE_PIDFD, SIGCHLD = 0x1000, 17
descriptor = ctypes.c_int(-1)
if syscall(56, 220, CLONE_PIDFD | SIGCHLD, 0, ctypes.byref(descriptor), 0, 0) == 0:
    os._exit(0)
claim(f"{os.fstat(descriptor.value).st_ino} processes before this one")
