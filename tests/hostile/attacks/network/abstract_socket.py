"""Sends a datagram to a server by an abstract name, which needs no file.

Success: the server hears of it.
Succeeds: without isolation
"""

import socket

with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sock:
    sock.sendto(FIELD["name"].encode(), "\0" + FIELD["abstract"])
