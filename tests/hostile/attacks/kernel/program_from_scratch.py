"""Writes a program into its scratch folder and starts it.

Success: the call works.
Succeeds: without isolation
"""

import os

with open("program", "w") as file:
    file.write("#!/bin/sh\nexit 0\n")
os.chmod("program", 0o755)
if os.posix_spawn("./program", ["program"], {}):
    claim("started a program of its own")
