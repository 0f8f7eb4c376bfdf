"""Makes a socket to the host that this virtual machine runs on.

Success: the socket can be made.
Succeeds: without isolation, where the kernel has it
"""

import socket

FAMILY, KIND = 40, 1
socket.socket(FAMILY, KIND)
claim("made a socket")
