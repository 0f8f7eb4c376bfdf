"""Makes a ring with which calls are made that no filter sees (io_uring).

Success: the call works.
Succeeds: in a grader of one process, where the kernel has it
"""

import ctypes

parameters = (ctypes.c_uint32 * 30)()
syscall(425, 425, 4, ctypes.byref(parameters))
claim("made a ring")
