"""Has pages of a library dropped from memory, a bit each, for the next submission to find missing.

Success: it claims success.
Succeeds: without isolation
"""

import json, os

library = os.open(json.__file__, os.O_RDONLY)
os.posix_fadvise(library, 0, 4096, os.POSIX_FADV_DONTNEED)
claim("a page was dropped")
