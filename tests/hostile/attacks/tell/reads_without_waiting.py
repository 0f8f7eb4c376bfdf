"""Reads a library without waiting for the disk, which fails where a page is not in memory.

Success: it claims success.
Succeeds: without isolation
"""

import json, os

library = os.open(json.__file__, os.O_RDONLY)
os.pread(library, 1, 0)  # brings the page into memory
claim(os.preadv(library, [bytearray(1)], 0, os.RWF_NOWAIT))
