"""Signals another process by the number of its thread, in case only processes' numbers are looked at.

Success: the bystander has ended.
Succeeds: without isolation
"""

SIGKILL = 9
syscall(200, 130, FIELD["bystander"], SIGKILL)
