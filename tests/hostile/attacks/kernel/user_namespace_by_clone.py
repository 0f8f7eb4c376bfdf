"""Forks straight into a new user namespace.

Success: the call works.
Succeeds: without isolation, where the kernel has it
"""

import os

CLONE_NEWUSER, SIGCHLD = 0x10000000, 17
child = syscall(56, 220, CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0)
if child == 0:
    os._exit(0)
os.waitpid(child, 0)
claim("has a child that is root in a namespace of its own")
