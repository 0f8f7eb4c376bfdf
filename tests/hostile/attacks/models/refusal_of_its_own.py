"""Sends a refusal that it has made up, with markup in it.

Success: marks for a model that cannot be, a clear outcome missing, or the class not graded to its end.
Succeeds: not tried, since only a grader that rebuilds models stumbles over it
"""

from fcnkit.grading.protocol import RefusedValue


def build():
    return RefusedValue("<script>alert(1)</script>" * 1000)
