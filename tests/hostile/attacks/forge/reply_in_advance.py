"""Sends replies before they are asked for, in the hope that the grader takes one for the next check.

Success: marks for an answer that is none.
Succeeds: not tried, since only this grader has such a wire; `tests/grading/test_lying_worker.py` tries it from inside
"""

import json
import os
import socket
import stat
import struct


def wire():
    """Whatever sockets this process has been left."""
    for number in range(3, 256):
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                yield socket.socket(fileno=os.dup(number))
        except OSError:
            pass


def frame(message):
    document = json.dumps(message).encode()
    return struct.pack(">II", len(document), 0) + document


def guess(n, hint):
    for sock in wire():
        for number in range(100):
            sock.sendall(frame({"id": f"{number:016x}", "value": 0, "args": {"tuple": []}, "kwargs": {"dict": []}}))
    return 0
