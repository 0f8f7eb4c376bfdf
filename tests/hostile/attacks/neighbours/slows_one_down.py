"""Gives another process the lowest priority.

Success: the bystander's priority has changed.
Succeeds: in a grader of one process that root runs
"""

import os

os.setpriority(os.PRIO_PROCESS, FIELD["bystander"], 19)
