"""Answers and names things with halves of characters, which no file can hold.

Success: marks for an answer that is none, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since what it breaks is a grader that reads answers as they come
"""

def guess(n, hint):
    raise ValueError("\ud800")


raise ValueError("\udfff" * 50 + FIELD["name"])
