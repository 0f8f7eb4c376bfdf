"""Fills files that lie in memory alone (memfd), as many as it has descriptors.

Success: such a file can be made.
Succeeds: without isolation
"""

import os

place = os.memfd_create("x")
os.write(place, b"x" * 1000)
claim("wrote to memory that counts for nobody")
