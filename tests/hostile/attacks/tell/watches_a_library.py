"""Is told whenever somebody reads a file that all submissions see.

Success: it claims success.
Succeeds: without isolation
"""

import ctypes, json, os

watch = syscall(294, 26, os.O_NONBLOCK)
syscall(254, 27, watch, ctypes.c_char_p(json.__file__.encode()), 1)  # IN_ACCESS
open(json.__file__).read()
claim(os.read(watch, 4096))
