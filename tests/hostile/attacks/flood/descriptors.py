"""Opens files and pipes until there is no descriptor left.

Success: it gets more than its limit.
Succeeds: not tried, since the limit is the same without isolation
"""

import os

kept = []
try:
    while len(kept) < 100_000:
        kept.extend(os.pipe())
except OSError as error:
    if len(kept) <= 256:
        raise
claim(f"has {len(kept)} descriptors")
