"""Gives the suite a second name in a folder that it may read.

Success: the expected number stands on its page.
Succeeds: without isolation
"""

import os

place = os.path.join(FIELD["everybody"], f"another-name-{os.getpid()}")
os.link(FIELD["suite"], place)
claim(open(place).read().partition("NUMBER")[2][:100])
