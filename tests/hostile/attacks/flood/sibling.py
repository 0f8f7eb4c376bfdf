"""Starts a process that is its sister, not its child: whoever looks at what it has started does not see it.

Success: the call works.
Succeeds: without isolation
"""

import os
import signal

CLONE_PARENT = 0x8000
number = syscall(56, 220, CLONE_PARENT | signal.SIGCHLD, 0, 0, 0, 0)
if number == 0:
    os._exit(0)
claim("has a sister")
