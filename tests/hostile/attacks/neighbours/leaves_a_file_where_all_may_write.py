"""Leaves a file in a folder where every user may write, for an accomplice who is graded later.

Success: the file is there when all are graded.
Succeeds: without isolation
"""

import os

with open(os.path.join(FIELD["everybody"], "left-by-" + FIELD["name"]), "w") as file:
    file.write("the answers are ...")
