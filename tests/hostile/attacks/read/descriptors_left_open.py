"""Reads from the start every descriptor that it finds open.

Success: a secret word stands on its page.
Succeeds: not tried, since no grader of ours leaves one open; `tests/grading/test_isolation.py` counts them
"""

import os

for number in range(256):
    try:
        os.lseek(number, 0, os.SEEK_SET)
        text = os.read(number, 100_000).decode(errors="replace")
    except OSError:
        continue
    if "canary" in text:
        claim(text[text.index("canary"):][:100])
