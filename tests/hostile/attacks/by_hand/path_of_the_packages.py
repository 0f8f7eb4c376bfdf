"""Adds the grader's own packages to its import path.

Success: it has a module that the assignment does not offer.
Succeeds: without isolation
"""

import sys

sys.path[:0] = [FIELD["packages"]]
import absl

claim(absl.__file__)
