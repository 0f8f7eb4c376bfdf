"""Asks the kernel to open files as root would, which is a user id of its own.

Success: the call works.
Succeeds: without isolation, where the kernel has it
"""

import ctypes

ctypes.CDLL(None).setfsuid(0)
open("/etc/shadow")
claim("opened what only root may")
