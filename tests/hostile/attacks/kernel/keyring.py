"""Puts a key into the kernel's keyring and reads other ones.

Success: the call works.
Succeeds: without isolation, where the kernel has it
"""

KEY_SPEC_PROCESS_KEYRING = -2
syscall(248, 217, b"user", b"fcnkit", b"x", 1, KEY_SPEC_PROCESS_KEYRING)
claim("has a key")
