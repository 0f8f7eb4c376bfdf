"""Calls a function of a library by way of a module that is offered and may have imported it.

Success: it has a module that the assignment does not offer.
Succeeds: not tried, since it depends on what the grader has imported
"""

import sys

import matplotlib.pyplot

for name in ("scipy", "tensorflow", "keras", "torch", "jax", "cv2", "skimage", "PIL.Image_missing"):
    for module in list(sys.modules):
        if module.split(".")[0] == name:
            claim(module)
raise ImportError("none of them")
