"""Answers with a text of a hundred megabytes.

Success: marks for an answer that is none, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since what it breaks is a grader that reads answers as they come
"""

def guess(n, hint):
    return "x" * 100_000_000
