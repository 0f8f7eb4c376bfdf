"""Leaves files in /tmp and in shared memory, for an accomplice who is graded later.

Success: a file is there when all are graded.
Succeeds: without isolation
"""

import os

for folder in ("/tmp", "/dev/shm"):
    with open(os.path.join(folder, "left-by-" + FIELD["name"]), "w") as file:
        file.write("the answers are ...")
