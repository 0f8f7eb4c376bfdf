"""Mounts a file system over a folder of its own.

Success: the call works.
Succeeds: not tried, since it would stay mounted
"""

import os

os.mkdir("mine")
syscall(165, 40, b"none", b"mine", b"tmpfs", 0, None)
claim("mounted")
