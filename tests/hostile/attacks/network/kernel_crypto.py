"""Makes a socket to the kernel's crypto engine, a way into it for many an exploit.

Success: the socket can be made.
Succeeds: without isolation, where the kernel has it
"""

import socket

FAMILY, KIND = 38, 5
socket.socket(FAMILY, KIND)
claim("made a socket")
