"""Forks into a new user namespace with the newer call, whose flags no filter can see.

Success: the call works.
Succeeds: without isolation, where the kernel has it
"""

import ctypes
import os

CLONE_NEWUSER, SIGCHLD = 0x10000000, 17
arguments = (ctypes.c_uint64 * 11)(CLONE_NEWUSER, 0, 0, 0, SIGCHLD)
child = syscall(435, 435, ctypes.byref(arguments), 88)
if child == 0:
    os._exit(0)
os.waitpid(child, 0)
claim("has a child that is root in a namespace of its own")
