"""Reads its request's number from the worker's frames, and answers it itself, with marks and an outcome added.

Success: marks for an answer that is none.
Succeeds: not tried, since only this grader has such a wire; `tests/grading/test_lying_worker.py` tries it from inside
"""

import sys

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
    frame_ = sys._getframe()
    while frame_ is not None:
        request = frame_.f_locals.get("request")
        if isinstance(request, dict) and "id" in request:
            for sock in wire():
                sock.sendall(frame({"id": request["id"], "value": True, "outcome": "passed", "score": 90}))
        frame_ = frame_.f_back
    return 0
