"""Sends a datagram to a server on this machine.

Success: the server hears of it.
Succeeds: without isolation
"""

import socket

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
    sock.sendto(FIELD["name"].encode(), ("127.0.0.1", FIELD["udp"]))
