"""Takes of the requests that all the machine may have under way: what is left tells another one.

Success: it claims success.
Succeeds: without isolation
"""

import ctypes

context = ctypes.c_ulong(0)
syscall(206, 0, 1024, ctypes.byref(context))
claim("asynchronous requests were set aside")
