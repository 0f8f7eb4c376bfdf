"""Climbs out of its folder with `..`, a folder's descriptor at a time, and down to the suite.

Success: the expected number stands on its page.
Succeeds: without isolation
"""

import os

place = os.open(".", os.O_RDONLY)
for _ in range(40):
    place = os.open("..", os.O_RDONLY, dir_fd=place)
suite = os.open(FIELD["suite"].lstrip("/"), os.O_RDONLY, dir_fd=place)
claim(os.read(suite, 4000).decode().partition("NUMBER")[2][:100])
