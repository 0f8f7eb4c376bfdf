"""Makes a file that belongs to root.

Success: its owner is root.
Succeeds: in a grader of one process that root runs
"""

import os

open("file", "w").close()
if os.stat("file").st_uid == 0:
    claim("made a file of root's")
