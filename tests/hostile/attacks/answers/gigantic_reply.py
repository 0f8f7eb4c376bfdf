"""Announces an answer of four gigabytes and sends what it can of it.

Success: marks for an answer that is none, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since what it breaks is a grader that reads answers as they come
"""

import os
import stat


def guess(n, hint):
    for number in range(3, 256):
        try:
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                os.write(number, b"\xff" * 8)
                while True:
                    os.write(number, b"x" * 100_000)
        except OSError:
            pass
