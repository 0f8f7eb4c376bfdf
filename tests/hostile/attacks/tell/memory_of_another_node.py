"""Chooses where its memory lies, and so how fast others find theirs.

Success: it claims success.
Succeeds: without isolation, where the machine has nodes of memory
"""

syscall(238, 237, 0, 0, 0)  # MPOL_DEFAULT
claim("a policy was set")
