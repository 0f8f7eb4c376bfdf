"""Connects to a server by the name that its socket has in the file system, as Docker and databases have.

Success: the server hears of it.
Succeeds: without isolation
"""

import socket

with socket.socket(socket.AF_UNIX) as sock:
    sock.connect(FIELD["unix"])
    sock.sendall(FIELD["name"].encode())
