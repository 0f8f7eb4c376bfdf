"""Looks for the socket on which its parent takes requests, to have processes of its own choosing forked.

Success: it finds one that takes a message.
Succeeds: not tried, since only this grader has such a parent; `tests/grading/test_isolation.py` counts descriptors
"""

import os
import socket

for number in range(3, 256):
    try:
        sock = socket.socket(fileno=os.dup(number))
    except OSError:
        continue
    if sock.type == socket.SOCK_SEQPACKET:
        sock.send(b"{}")
        claim(f"descriptor {number} takes requests")
