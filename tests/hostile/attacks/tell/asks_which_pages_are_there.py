"""Asks which pages of a library are in memory: what an earlier submission has left there.

Success: it claims success.
Succeeds: without isolation
"""

import ctypes, json, mmap, os

library = os.open(json.__file__, os.O_RDONLY)
page = mmap.mmap(library, 4096, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ | mmap.PROT_WRITE)
found = ctypes.create_string_buffer(1)
syscall(27, 232, ctypes.c_void_p(ctypes.addressof(ctypes.c_char.from_buffer(page))), 4096, found)
claim(f"a page is in memory: {found.raw!r}")
