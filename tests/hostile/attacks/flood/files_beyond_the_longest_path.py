"""Writes files in folders that lie so deep that no path leads to them.

Success: all of them together stay larger than the limit of scratch files.
Succeeds: not tried, since it would take from the machine what others need
"""

import os
import time

for _ in range(30):
    os.mkdir("d" * 200)
    os.chdir("d" * 200)
written = 0
for number in range(6):
    with open(f"large{number}", "wb", buffering=0) as file:
        for _ in range(25):
            written += file.write(bytes(1 << 20))
time.sleep(2)  # ample for whoever watches
claim(f"wrote {written >> 20} MiB")
