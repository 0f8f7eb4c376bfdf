"""Opens a performance counter, a way to watch other processes.

Success: the call works.
Succeeds: in a grader of one process that root runs, where the kernel has it
"""

import ctypes

attributes = (ctypes.c_uint64 * 16)()
attributes[0] = 1 | 128 << 32
syscall(298, 241, ctypes.byref(attributes), -1, 0, -1, 0)
claim("counts")
