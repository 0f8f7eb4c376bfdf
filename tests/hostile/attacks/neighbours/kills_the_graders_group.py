"""Kills the process group that the grader is in.

Success: the bystander, which is in that group, has ended.
Succeeds: not tried, since it would end the tests
"""

import os
import signal

os.killpg(os.getpgid(FIELD["grader"]), signal.SIGKILL)
