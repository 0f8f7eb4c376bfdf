"""Has a signal sent whenever somebody reads in a folder that all submissions see.

Success: it claims success.
Succeeds: without isolation
"""

import fcntl, json, os, signal

seen = []
signal.signal(signal.SIGIO, lambda *_: seen.append(True))
fcntl.fcntl(os.open(os.path.dirname(json.__file__), os.O_RDONLY), fcntl.F_NOTIFY, fcntl.DN_ACCESS)
open(json.__file__).read()
if seen:
    claim("it was told")
