"""Keeps itself, and so a whole class of its kind, on one of the machine's processors.

Success: the call works.
Succeeds: without isolation
"""

import os

processors = os.sched_getaffinity(0)
os.sched_setaffinity(0, {min(processors)})
claim(f"one of {len(processors)}")
