"""Gives itself every capability.

Success: the call works.
Succeeds: in a grader of one process that root runs
"""

import ctypes

header = (ctypes.c_uint32 * 2)(0x20080522, 0)
syscall(126, 91, ctypes.byref(header), ctypes.byref((ctypes.c_uint32 * 6)(*[0x1] * 2)))
claim("has a capability")
