"""Leaves a hint for writers on a file that all submissions see: it stays as long as the file is known.

Success: it claims success.
Succeeds: without isolation, where the kernel lets anybody
"""

import fcntl, json, os, struct

library = os.open(json.__file__, os.O_RDONLY)
fcntl.fcntl(library, 1036, struct.pack("Q", 3))  # F_SET_RW_HINT
claim(fcntl.fcntl(os.open(json.__file__, os.O_RDONLY), 1035, bytes(8)))
