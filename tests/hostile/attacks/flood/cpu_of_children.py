"""Has children compute without end, while it waits.

Success: a neighbour's result is another one.
Succeeds: not tried, since it would take from the machine what others need
"""

import os
import time

for _ in range(4):
    if os.fork() == 0:
        while True:
            pass
time.sleep(300)
