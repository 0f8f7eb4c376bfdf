"""Sends a descriptor through a socket: one that is under way counts for no process.

Success: it can be sent.
Succeeds: without isolation
"""

import socket

left, right = socket.socketpair()
socket.send_fds(left, [b"x"], [right.fileno()])
claim("sent a descriptor")
