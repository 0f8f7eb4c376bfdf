"""Opens again, through /proc, files that the grader has open.

Success: it opens the gradebook.
Succeeds: not tried, since no level leaves the rights that it needs
"""

import os

folder = f"/proc/{FIELD['grader']}/fd"
for number in os.listdir(folder):
    if os.readlink(f"{folder}/{number}").endswith("gradebook.sqlite"):
        claim(f"{len(open(f'{folder}/{number}', 'rb').read())} bytes of the gradebook")
