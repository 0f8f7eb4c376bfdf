"""Has chosen pages of a library read into memory, a bit each, for the next submission to find there.

Success: it claims success.
Succeeds: without isolation
"""

import json, os

library = os.open(json.__file__, os.O_RDONLY)
syscall(187, 213, library, 0, 4096)
claim("a page was read ahead")
