"""Writes files that it has removed already: no listing of its folder shows them.

Success: all of them together are larger than the limit of scratch files.
Succeeds: not tried, since it would take from the machine what others need
"""

import os

written, kept = 0, []
for number in range(10):
    kept.append(open(f"large{number}", "wb", buffering=0))
    os.remove(f"large{number}")
    for _ in range(30):
        written += kept[-1].write(bytes(1 << 20))
claim(f"wrote {written >> 20} MiB")
