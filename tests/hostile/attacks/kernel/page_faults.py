"""Handles its own page faults (userfaultfd), which holds the kernel up where an exploit wants it.

Success: the call works.
Succeeds: without isolation, where the kernel has it
"""

UFFD_USER_MODE_ONLY = 1
syscall(323, 282, UFFD_USER_MODE_ONLY)
claim("handles page faults")
