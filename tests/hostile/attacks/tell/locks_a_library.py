"""Locks a file that all submissions see, for one graded at the same time to find it locked.

Success: it claims success.
Succeeds: without isolation
"""

import fcntl, json, os

first, second = (os.open(json.__file__, os.O_RDONLY) for _ in range(2))
fcntl.flock(first, fcntl.LOCK_EX)
try:
    fcntl.flock(second, fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError:
    claim("it is locked for others")
