"""Makes a System V shared memory segment, which outlives its process and which another student can attach.

Success: the segment is there.
Succeeds: without isolation
"""

import ctypes

IPC_CREAT, IPC_RMID = 0o1000, 0
segment = syscall(29, 194, 0x0BADC0DE, 4096, IPC_CREAT | 0o666)
syscall(31, 195, segment, IPC_RMID, 0)
claim("made a segment")
