"""Makes a socket that hears every packet of the machine.

Success: the socket can be made.
Succeeds: in a grader of one process that root runs, where the kernel has it
"""

import socket

FAMILY, KIND = 17, 3
socket.socket(FAMILY, KIND)
claim("made a socket")
