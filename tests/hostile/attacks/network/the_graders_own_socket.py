"""Uses the socket that it was given for its answers to reach a server.

Success: the server hears of it.
Succeeds: not tried, since a socket that is connected cannot be connected again on any system
"""

import os
import socket

for number in range(3, 256):
    try:
        sock = socket.socket(fileno=os.dup(number))
        sock.connect(FIELD["unix"])
    except OSError:
        continue
    sock.sendall(FIELD["name"].encode())
raise OSError("none of them connects")
