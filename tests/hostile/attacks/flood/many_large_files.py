"""Writes many files, each below the limit of one.

Success: all of them together stay larger than the limit of scratch files.
Succeeds: not tried, since it would take from the machine what others need
"""

import time

written = 0
for number in range(10):
    with open(f"large{number}", "wb", buffering=0) as file:
        for _ in range(30):
            written += file.write(bytes(1 << 20))
time.sleep(2)  # ample for whoever watches
claim(f"wrote {written >> 20} MiB")
