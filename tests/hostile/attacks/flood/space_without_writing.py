"""Has the file system set space aside, which takes no time, however large it is.

Success: it has more than ten times the limit of scratch files, if only for a moment.
Succeeds: without isolation
"""

import os

for number in range(12):
    place = os.open(f"large{number}", os.O_CREAT | os.O_RDWR)
    if syscall(285, 47, place, 0, 0, 60 << 20):
        raise OSError("fallocate")
claim("has 720 MiB on the disk")
