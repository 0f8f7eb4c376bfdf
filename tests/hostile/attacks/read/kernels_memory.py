"""Opens the machine's memory.

Success: it can be opened.
Succeeds: without isolation, where the kernel has it
"""

import os

for path in ("/proc/kcore", "/dev/mem"):
    if os.path.exists(path):
        claim(open(path, "rb").read(16))
raise OSError("there is none")
