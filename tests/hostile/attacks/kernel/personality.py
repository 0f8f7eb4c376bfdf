"""Switches off the protection that puts programs at random places.

Success: the call works.
Succeeds: without isolation, where the kernel has it
"""

ADDR_NO_RANDOMIZE = 0x0040000
syscall(135, 92, ADDR_NO_RANDOMIZE)
claim("has places that can be foretold")
