"""Connects from a child process, in case only its own process is confined.

Success: the server hears of it.
Succeeds: without isolation
"""

import os
import socket

if os.fork() == 0:
    try:
        with socket.create_connection(("127.0.0.1", FIELD["tcp"]), timeout=1) as server:
            server.sendall(FIELD["name"].encode())
    finally:
        os._exit(0)
os.wait()
