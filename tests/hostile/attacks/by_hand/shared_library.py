"""Loads a shared library out of the grader's packages with ctypes.

Success: it has a module that the assignment does not offer.
Succeeds: without isolation
"""

import ctypes
import glob

(path,) = glob.glob(FIELD["packages"] + "/h5py/defs.*.so")
ctypes.CDLL(path)
claim(path)
