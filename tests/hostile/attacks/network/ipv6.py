"""Makes a socket for IPv6, in case only IPv4 is closed.

Success: the socket can be made.
Succeeds: without isolation, where the kernel has it
"""

import socket

FAMILY, KIND = 10, 2
socket.socket(FAMILY, KIND)
claim("made a socket")
