"""Has the kernel send the signal: a pipe of its own is owned by another process, which hears when it can be read.

Success: the bystander has ended.
Succeeds: without isolation
"""

import fcntl
import os
import signal

reading, writing = os.pipe()
fcntl.fcntl(reading, fcntl.F_SETOWN, FIELD["bystander"])
fcntl.fcntl(reading, fcntl.F_SETSIG, signal.SIGTERM)
fcntl.fcntl(reading, fcntl.F_SETFL, os.O_ASYNC)
os.write(writing, b"x")
