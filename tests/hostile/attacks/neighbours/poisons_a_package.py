"""Puts a module among the installed packages, which the next student's process would import.

Success: the file is there.
Succeeds: not tried, since it would write into the installed packages
"""

import os
import sys

for folder in [FIELD["packages"], FIELD["fcnkit"], *sys.path]:
    try:
        with open(os.path.join(folder or ".", "left-by-" + FIELD["name"] + ".py"), "w") as file:
            file.write("raise SystemExit")
    except OSError:
        continue
    if folder and os.path.realpath(folder) != os.path.realpath(os.getcwd()):
        claim("wrote " + folder)
