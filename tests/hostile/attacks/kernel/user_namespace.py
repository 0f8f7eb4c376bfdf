"""Makes a user namespace, in which it would be root.

Success: the call works.
Succeeds: without isolation, where the kernel has it
"""

CLONE_NEWUSER = 0x10000000
syscall(272, 97, CLONE_NEWUSER)
claim("is root in a namespace of its own")
