"""Carries a compiled library in a text, writes it into its scratch folder and loads it.

Success: the library is loaded.
Succeeds: without isolation
"""

import ctypes
import os

with open(f"/lib/{os.uname().machine}-linux-gnu/libm.so.6", "rb") as file:
    library = file.read()  # stands for a text of that length
with open("vendored.so", "wb") as file:
    file.write(library)
ctypes.CDLL(os.path.abspath("vendored.so"))
claim("loaded a library of its own")
