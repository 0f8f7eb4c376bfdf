"""Writes one file as large as the disk.

Success: it is larger than the limit of scratch files.
Succeeds: not tried, since it would take from the machine what others need
"""

written = 0
with open("huge", "wb", buffering=0) as file:
    while written < 200 << 20:
        written += file.write(bytes(1 << 20))
claim(f"wrote {written >> 20} MiB")
