"""Attaches to another process as a debugger does, and ends it.

Success: the bystander has ended.
Succeeds: in a grader of one process
"""

import os

PTRACE_ATTACH, PTRACE_KILL, PTRACE_SEIZE = 16, 8, 0x4206
syscall(101, 117, PTRACE_ATTACH, FIELD["bystander"], 0, 0)
os.waitpid(FIELD["bystander"], 0)
syscall(101, 117, PTRACE_KILL, FIELD["bystander"], 0, 0)
