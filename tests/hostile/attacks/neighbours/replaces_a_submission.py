"""Puts a file into the class' folder, to be graded as somebody else's.

Success: the file is there.
Succeeds: without isolation
"""

import os

with open(os.path.join(FIELD["students"], "left-by-" + FIELD["name"]), "w") as file:
    file.write("x")
