"""Changes its root folder and climbs out of it.

Success: the call works.
Succeeds: in a grader of one process that root runs
"""

import os

os.mkdir("jail")
os.chroot("jail")
claim("changed its root")
