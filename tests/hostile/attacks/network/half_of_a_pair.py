"""Makes a pair of sockets, which is allowed, and sends from one of them to a server.

Success: the server hears of it.
Succeeds: without isolation
"""

import socket

left, right = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
left.sendto(FIELD["name"].encode(), "\0" + FIELD["abstract"])
