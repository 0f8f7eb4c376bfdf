"""Takes a descriptor out of another process.

Success: it has one.
Succeeds: in a grader of one process
"""

import os

process = os.pidfd_open(FIELD["bystander"])
taken = syscall(438, 438, process, 1, 0)
claim(f"has descriptor {taken}")
