"""Connects to a server on this machine.

Success: the server hears of it.
Succeeds: without isolation
"""

import socket

with socket.create_connection(("127.0.0.1", FIELD["tcp"]), timeout=1) as server:
    server.sendall(FIELD["name"].encode())
