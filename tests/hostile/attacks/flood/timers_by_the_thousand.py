"""Makes timers, which are the kernel's memory and in no process', until all that its user may have are taken.

Success: it claims success.
Succeeds: in a grader of one process
"""

import ctypes

TIMERS, CLOCK_MONOTONIC = 5_000, 1
number = ctypes.c_int()
for _ in range(TIMERS):
    syscall(222, 107, CLOCK_MONOTONIC, ctypes.c_void_p(None), ctypes.byref(number))
claim(f"it has {TIMERS} timers")
