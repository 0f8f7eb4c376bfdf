"""Replaces the worker's own encoder, to send the examiner what no honest worker would: a pickle, an object array.

Success: marks for an answer that is none, or a file of a bystander's changed by what was unpickled.
Succeeds: not tried, since only this grader has such an encoder
"""

import sys


def hostile(self, value, depth=0):
    return {"array": ["|O", [1], 0], "pickle": "gASVAAAA"}


for name, module in list(sys.modules.items()):
    if name.endswith("protocol") and hasattr(module, "Encoder"):
        module.Encoder.encode = hostile


def guess(n, hint):
    return 0
