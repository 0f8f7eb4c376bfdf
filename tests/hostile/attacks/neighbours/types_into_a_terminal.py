"""Types a command into the terminal that the grader was started from.

Success: the terminal takes it.
Succeeds: not tried, since it would type into the terminal of who runs the tests
"""

import fcntl
import glob
import os

TIOCSTI = 0x5412
for path in ["/dev/tty", *glob.glob("/dev/pts/[0-9]*")]:
    try:
        terminal = os.open(path, os.O_RDWR | os.O_NOCTTY)
        fcntl.ioctl(terminal, TIOCSTI, b" ")
    except OSError:
        continue
    claim("typed into " + path)
