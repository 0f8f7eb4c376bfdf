"""Asks the kernel for the machine's network interfaces (netlink).

Success: the socket can be made.
Succeeds: without isolation, where the kernel has it
"""

import socket

FAMILY, KIND = 16, 3
socket.socket(FAMILY, KIND)
claim("made a socket")
