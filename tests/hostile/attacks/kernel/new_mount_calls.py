"""Mounts with the newer calls, in case only the old one is closed.

Success: the call works.
Succeeds: in a grader of one process that root runs, where the kernel has it
"""

place = syscall(430, 430, b"tmpfs", 0)
claim("opened a file system to be mounted")
