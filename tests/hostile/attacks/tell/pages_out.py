"""Advises the kernel on pages of a library that is mapped: to fetch them, or to let them go.

Success: it claims success.
Succeeds: without isolation
"""

import json, mmap, os

library = os.open(json.__file__, os.O_RDONLY)
mmap.mmap(library, 4096, prot=mmap.PROT_READ).madvise(mmap.MADV_WILLNEED)
claim("a page was fetched")
