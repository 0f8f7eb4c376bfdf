"""Asks for the number of a descriptor of its own process, which counts all processes that the machine has ever begun.

Success: it claims success.
Succeeds: without isolation
"""

import os

of_itself = os.fstat(os.pidfd_open(os.getpid())).st_ino
child = os.fork()
if child == 0:
    os._exit(0)
os.waitpid(child, 0)
claim(f"{of_itself} processes before this one")
