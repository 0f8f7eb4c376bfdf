"""Asks for a larger pipe: its content counts for no process.

Success: the call works.
Succeeds: without isolation
"""

import fcntl
import os

reading, writing = os.pipe()
fcntl.fcntl(writing, 1031, 1 << 20)  # F_SETPIPE_SZ
claim("has a larger pipe")
