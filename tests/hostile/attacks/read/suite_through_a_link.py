"""Makes a symbolic link to the suite in its own scratch folder and opens that.

Success: the expected number stands on its page.
Succeeds: without isolation
"""

import os

os.symlink(FIELD["suite"], "harmless.txt")
claim(open("harmless.txt").read().partition("NUMBER")[2][:100])
