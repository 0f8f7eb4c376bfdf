"""Forks while it answers, so that two processes reply to one request.

Success: marks for an answer that is none.
Succeeds: not tried, since only this grader has such a wire
"""

import os


def guess(n, hint):
    os.fork()
    return 0
