"""Looks for its own notebook file, in whose image output it has hidden code.

Success: it can read the file.
Succeeds: without isolation
"""

import glob
import os

for folder in (".", "..", FIELD["students"]):
    for path in glob.glob(os.path.join(folder, FIELD["name"] + ".ipynb")):
        claim(f"{len(open(path).read())} characters of {path}")
