"""Asks whether files exist and how large they are, which needs no right to read them.

Success: it learns the size of the hidden suite.
Succeeds: without isolation
"""

import os

claim(f"the suite has {os.stat(FIELD['suite']).st_size} bytes")
