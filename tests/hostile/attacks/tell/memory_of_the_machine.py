"""Reads how much of the machine's memory is free, to a page: what another one takes is missing.

Success: it claims success.
Succeeds: without isolation
"""

import ctypes

found = ctypes.create_string_buffer(256)
syscall(99, 179, found)
claim(f"free: {int.from_bytes(found.raw[40:48], 'little')}")
