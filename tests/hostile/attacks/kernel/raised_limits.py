"""Raises its own limits.

Success: the call works.
Succeeds: in a grader of one process, where the root that runs it may raise limits, as none may in many a container
"""

import resource

for kind in (resource.RLIMIT_NPROC, resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE):
    resource.setrlimit(kind, (1_000_000, 1_000_000))
claim("raised its limits")
