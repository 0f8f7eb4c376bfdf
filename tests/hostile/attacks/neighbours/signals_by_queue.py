"""Signals another process with a queued signal.

Success: the bystander has ended.
Succeeds: without isolation
"""

import ctypes

SIGTERM, SI_QUEUE = 15, -1
information = (ctypes.c_int * 32)(SIGTERM, 0, SI_QUEUE)
syscall(129, 138, FIELD["bystander"], SIGTERM, ctypes.byref(information))
