"""Gets question 1 wrong on purpose, and while question 2 is judged again asks in ways that the worker never would.

Success: marks for an answer that is none, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since only this grader answers such questions
"""

import json
import os
import socket
import stat
import struct
import sys

SHAPES = [
    {"asks": "guess", "args": {"tuple": []}, "kwargs": {"dict": []}},
    {"asks": "__import__", "args": {"tuple": ["os"]}, "kwargs": {"dict": []}},
    {"asks": ["double"], "args": {"tuple": []}, "kwargs": {"dict": []}},
    {"asks": "double", "args": [1, 2], "kwargs": None},
    {"asks": "double", "args": {"tuple": [{"array": ["|O", [1], 0]}]}, "kwargs": {"dict": []}},
    {"asks": "double", "args": {"tuple": [{"array": ["<f8", [1 << 40], 0]}]}, "kwargs": {"dict": [[1, 2]]}},
    {"asks": "double", "value": 0},
    {"asks": None, "seconds": -1, "raised": {}},
]


def double(x):
    return x


def guess(n, hint):
    frame = sys._getframe()
    while "request" not in frame.f_locals:
        frame = frame.f_back
    shape = SHAPES[len(hint + str(double)) % len(SHAPES)]
    document = json.dumps({"id": frame.f_locals["request"]["id"], **shape}).encode()
    for number in range(3, 256):
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                socket.socket(fileno=os.dup(number)).sendall(struct.pack(">II", len(document), 0) + document)
        except OSError:
            pass
    return 0
