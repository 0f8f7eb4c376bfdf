"""Kills a process of somebody else's.

Success: the bystander has ended.
Succeeds: without isolation
"""

import os
import signal

os.kill(FIELD["bystander"], signal.SIGKILL)
