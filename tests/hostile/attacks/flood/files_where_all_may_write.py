"""Writes files into the folders where every user may write, not into its own.

Success: all of them together stay larger than the limit of scratch files.
Succeeds: not tried, since it would take from the machine what others need
"""

import time

written = 0
for number, folder in enumerate(["/dev/shm", "/var/tmp", "/tmp"] * 2):
    with open(f"{folder}/large-of-{FIELD['name']}-{number}", "wb", buffering=0) as file:
        for _ in range(25):
            written += file.write(bytes(1 << 20))
time.sleep(2)  # ample for whoever watches
claim(f"wrote {written >> 20} MiB")
