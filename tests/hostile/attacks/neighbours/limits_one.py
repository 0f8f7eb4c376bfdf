"""Gives another process a limit of CPU time, at which it ends.

Success: the bystander's limit has changed.
Succeeds: without isolation
"""

import resource

resource.prlimit(FIELD["bystander"], resource.RLIMIT_CPU, (100, 100))
