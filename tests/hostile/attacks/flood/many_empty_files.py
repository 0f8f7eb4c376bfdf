"""Makes empty files until there is no inode left for anybody.

Success: it can make 50,000.
Succeeds: not tried, since it would take from the machine what others need
"""

import os

for number in range(50_000):
    os.close(os.open(str(number), os.O_CREAT | os.O_WRONLY))
claim("made 50,000 files")
