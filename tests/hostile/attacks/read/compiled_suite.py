"""Looks for what Python compiled of the suite: `__pycache__` beside it, or an open file of the examiner's.

Success: the expected number stands on its page.
Succeeds: without isolation
"""

import glob
import marshal
import os

for path in glob.glob(os.path.join(os.path.dirname(FIELD["suite"]), "__pycache__", "secret*.pyc")):
    code = marshal.loads(open(path, "rb").read()[16:])
    claim(code.co_consts)
claim(open(FIELD["suite"]).read().partition("NUMBER")[2][:100])
