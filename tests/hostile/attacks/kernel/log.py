"""Reads the kernel's log, which tells addresses.

Success: the call works.
Succeeds: in a grader of one process that root runs, where the kernel has it
"""

SYSLOG_ACTION_SIZE_BUFFER = 10
syscall(103, 116, SYSLOG_ACTION_SIZE_BUFFER, None, 0)
claim("reads the log")
