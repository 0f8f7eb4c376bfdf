"""Locks ranges of a file that all submissions see: each offset that is locked is a letter.

Success: it claims success.
Succeeds: without isolation
"""

import fcntl, json, os, struct

first, second = (os.open(json.__file__, os.O_RDONLY) for _ in range(2))
shared, asked = (struct.pack("hhqqi4x", kind, 0, 12345, 1, 0) for kind in (fcntl.F_RDLCK, fcntl.F_WRLCK))
fcntl.fcntl(first, 37, shared)  # F_OFD_SETLK
kind, _, start, *_ = struct.unpack("hhqqi4x", fcntl.fcntl(second, 36, struct.pack("hhqqi4x", fcntl.F_WRLCK, 0, 0, 0, 0)))
if (kind, start) == (fcntl.F_RDLCK, 12345):
    claim("others see where it is locked")
