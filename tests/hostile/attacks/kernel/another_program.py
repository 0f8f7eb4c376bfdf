"""Starts a program, which could be one that runs as root.

Success: the call works.
Succeeds: without isolation
"""

import os
import subprocess

for program in ("/bin/true", "/usr/bin/su", "/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"):
    try:
        subprocess.run([program, "--version"], check=False, capture_output=True)
    except OSError:
        continue
    claim("started " + program)
raise OSError("starts nothing")
