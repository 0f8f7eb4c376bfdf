"""Loads a kernel module.

Success: the call works.
Succeeds: in a grader of one process that root runs, where the kernel has it
"""

import ctypes

ENOEXEC, EINVAL = 8, 22
try:
    syscall(175, 105, b"not a module", 12, b"")
except OSError as error:
    if error.errno in (ENOEXEC, EINVAL):
        claim("the kernel has looked at its module")
    raise
