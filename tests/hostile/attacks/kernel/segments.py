"""Changes its segment table, which few kernels test well.

Success: the call works.
Succeeds: without isolation, where the kernel has it
"""

import ctypes

syscall(154, 0, 0, ctypes.create_string_buffer(64), 64)
claim("changed its segments")
