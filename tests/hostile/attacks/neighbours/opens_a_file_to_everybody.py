"""Changes who may read somebody else's file.

Success: its mode has changed.
Succeeds: without isolation
"""

import os

os.chmod(FIELD["victim"], 0o666)
