"""Sends an exception whose words begin with more blank lines than are read of it.

Success: no clear outcome.
Succeeds: not tried, since only this grader has such a wire; `tests/grading/test_lying_worker.py` tries it from inside
"""

import json
import os
import socket
import stat
import struct
import sys


def send(message):
    """To the grader, by whatever sockets this process has been left."""
    document = json.dumps(message).encode()
    for number in range(3, 256):
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                socket.socket(fileno=os.dup(number)).sendall(struct.pack(">II", len(document), 0) + document)
        except OSError:
            pass


def raised(**said):
    """Says at once, as the reply to what is being asked, that a cell has raised something."""
    frame = sys._getframe()
    while frame is not None:
        request = frame.f_locals.get("request")
        if isinstance(request, dict) and "id" in request:
            return send({"id": request["id"], "done": True, "raised": [said]})
        frame = frame.f_back


def guess(n, hint):
    return 0


raised(type="ValueError", builtin=True, message="\n" * 600 + "no", cell=1, line=1)
