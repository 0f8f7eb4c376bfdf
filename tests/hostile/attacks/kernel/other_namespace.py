"""Enters another process' namespaces.

Success: the call works.
Succeeds: in a grader of one process that root runs
"""

import os

CLONE_NEWNET = 0x40000000
place = os.pidfd_open(FIELD["bystander"])
syscall(308, 268, place, CLONE_NEWNET)
claim("entered the bystander's network")
