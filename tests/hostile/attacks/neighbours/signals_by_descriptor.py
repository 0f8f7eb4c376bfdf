"""Signals another process through a descriptor of it.

Success: the bystander has ended.
Succeeds: without isolation
"""

import os

SIGKILL = 9
process = os.pidfd_open(FIELD["bystander"])
syscall(424, 424, process, SIGKILL, 0, 0)
