"""Copies the tree of mounts, which leads around what is mounted over.

Success: the call works.
Succeeds: in a grader of one process that root runs, where the kernel has it
"""

AT_FDCWD, OPEN_TREE_CLONE = -100, 1
syscall(428, 428, AT_FDCWD, b"/", OPEN_TREE_CLONE)
claim("has a tree of its own")
