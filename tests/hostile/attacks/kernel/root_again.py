"""Becomes root.

Success: the call works.
Succeeds: without isolation
"""

import os

for become in (lambda: os.setresuid(0, 0, 0), lambda: os.setuid(0), lambda: os.setreuid(0, 0)):
    try:
        become()
    except OSError:
        continue
    if os.geteuid() == 0:
        claim("is root")
raise OSError("stays who it is")
